// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.client.KeyFile;

/**
 * Keys of the example registry's participants, which a new example ledger writes into its data
 * directory. They are for trying things out: whoever reads that directory has them.
 */
public final class ExampleKeys {
  private static final String FOLDER = "example-keys";
  private static final String ENDING = ".json";

  private final Terminal terminal;

  ExampleKeys(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Where they are: the data directory named, or {@code data} here or in the product's folder. */
  private Path folder() {
    Optional<Path> named = terminal.variable("GRASSLAND_DATA").map(terminal::path);
    Path here = terminal.directory().resolve("data");
    return Stream.of(
            named,
            Optional.of(here).filter(path -> named.isEmpty()),
            terminal.product().map(path -> path.resolve("data")).filter(path -> named.isEmpty()))
        .flatMap(Optional::stream)
        .map(path -> path.resolve(FOLDER))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(named.orElse(here).resolve(FOLDER));
  }

  /** The example key of a name, e.g. {@code office-beijing}. */
  public KeyFile read(String name) {
    Path folder = folder();
    Path file = folder.resolve(name + ENDING);
    boolean inside = file.normalize().getParent().equals(folder.normalize());
    if (!inside || !Files.exists(file)) {
      throw new UsageException(
          "没有示例密钥 " + name + "；" + folder + " 中有：" + names(folder),
          "There is no example key " + name + "; in " + folder + " are: " + names(folder));
    }
    return KeyFile.read(file);
  }

  private static String names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(ENDING))
              .map(name -> name.substring(0, name.length() - ENDING.length()))
              .sorted()
              .toList();
      return names.isEmpty() ? "-" : String.join(", ", names);
    } catch (IOException e) {
      return "-";
    }
  }
}
