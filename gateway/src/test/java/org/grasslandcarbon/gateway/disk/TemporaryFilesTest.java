// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
  @TempDir Path data;

  @Test
  void what_an_earlier_process_left_is_deleted_and_nothing_else() throws Exception {
    Path kept = Files.writeString(data.resolve("kept"), "kept");
    Path directory = data.resolve("temporary");
    Path left = new TemporaryFiles(directory).create("upload");
    Files.writeString(Files.createDirectory(directory.resolve("below")).resolve("file"), "left");
    Files.createSymbolicLink(directory.resolve("link"), kept);

    Path made = new TemporaryFiles(directory).create("upload");

    assertThat(left).doesNotExist();
    assertThat(directory.resolve("below")).doesNotExist();
    assertThat(kept).hasContent("kept");
    assertThat(made).exists().hasParent(directory);
  }

  @Test
  void only_their_owner_reads_them() throws Exception {
    Path directory = data.resolve("temporary");
    Path made = new TemporaryFiles(directory).create("upload");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rw-------");
  }
}
