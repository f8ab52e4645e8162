// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The surroundings that a command runs in, so that a test can be one.
 *
 * @param in standard input
 * @param out standard output: results only
 * @param err standard error: errors, hints, progress
 * @param interactive whether a person looks at standard error
 * @param environment environment variables
 * @param directory the working directory
 * @param home the user's home directory
 * @param product the product's own directory, where the script knows it
 * @param keyboard the person who can be asked
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Map<String, String> environment,
    Path directory,
    Path home,
    Optional<Path> product,
    Keyboard keyboard) {

  /** The real one. It always writes UTF-8: a terminal that cannot show Chinese is the exception. */
  public static Terminal real() {
    return new Terminal(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.getBoolean("grassland.interactive"),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("user.home")),
        Optional.ofNullable(System.getProperty("grassland.product")).map(Path::of),
        Keyboard.real());
  }

  /** An environment variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** A path as the person wrote it, from the working directory. */
  public Path path(String text) {
    return directory.resolve(text);
  }
}
