// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the directory of {@code grassland.data} ready before anything else is started, and puts the
 * projection's database there when no database server is named.
 */
final class DataDirectory implements EnvironmentPostProcessor {
  private static final String SETTING = "grassland.data";

  private static final String DATABASE_SETTING = "spring.datasource.url";

  private static final String DATABASE = "projection";

  /**
   * H2 as close to PostgreSQL as it comes; only this process opens the file. It keeps no file of
   * its own about errors, which others could read: they are in our log. Journal entries and records
   * stand in their rows, because what it keeps beside them takes four more writes each; and it
   * remembers all statements that a block is written by, and not eight.
   */
  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE"
          + ";TRACE_LEVEL_FILE=0;MAX_LENGTH_INPLACE_LOB=16384;QUERY_CACHE_SIZE=128";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String setting = environment.getProperty(SETTING, "./data");
    Path directory = Path.of(setting).toAbsolutePath().normalize();
    mustBeWritable(directory);
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource(SETTING, Map.of(SETTING, directory.toString())));
    if (!environment.containsProperty(DATABASE_SETTING)) {
      mustBeOwnersOnly(directory);
      String url = "jdbc:h2:file:" + directory.resolve(DATABASE) + H2_OPTIONS;
      environment
          .getPropertySources()
          .addLast(new MapPropertySource(DATABASE_SETTING, Map.of(DATABASE_SETTING, url)));
    }
  }

  private static void mustBeWritable(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        // One that is there may be so for reasons of its owner's, and is left as it is.
        OwnerOnlyFiles.createDirectories(directory);
      }
      Files.delete(Files.createTempFile(directory, "writable", ""));
    } catch (IOException e) {
      throw StartException.dataNotWritable(directory, e);
    }
  }

  /**
   * H2 makes files that everybody can read. An empty one, which it takes for none, is therefore
   * made for it.
   */
  private static void mustBeOwnersOnly(Path directory) {
    Path file = directory.resolve(DATABASE + ".mv.db");
    try {
      OwnerOnlyFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
      try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, DATABASE + ".*")) {
        for (Path each : all) {
          OwnerOnlyFiles.restrict(each);
        }
      }
    } catch (IOException e) {
      throw StartException.dataNotWritable(file, e);
    }
  }
}
