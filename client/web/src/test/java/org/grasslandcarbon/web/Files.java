// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The client's files as a gateway serves them. */
final class Files {
  private static final String SERVED = "META-INF/resources";
  private static final Path OURS = Path.of("src/main/resources", SERVED);

  private Files() {}

  /** Addresses of our own files, in their order. */
  static List<String> ours(String ending) {
    try (Stream<Path> files = java.nio.file.Files.walk(OURS)) {
      return files
          .filter(java.nio.file.Files::isRegularFile)
          .map(file -> "/" + OURS.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is served at an address, of ours or of a library; absent where nothing is. */
  static Optional<byte[]> tryRead(String address) {
    try (InputStream file = Files.class.getClassLoader().getResourceAsStream(SERVED + address)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(String address) {
    return tryRead(address).orElseThrow(() -> new AssertionError("nothing is at " + address));
  }

  static String text(String address) {
    return new String(read(address), StandardCharsets.UTF_8);
  }
}
