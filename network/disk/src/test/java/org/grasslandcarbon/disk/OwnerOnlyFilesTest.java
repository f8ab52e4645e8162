// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyFilesTest {
  @TempDir Path directory;

  @BeforeEach
  void only_where_there_are_permissions() {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void what_is_made_is_its_owners_only() throws Exception {
    Path made = directory.resolve("a/b");
    OwnerOnlyFiles.createDirectories(made);
    assertThat(permissions(made)).isEqualTo("rwx------");

    OwnerOnlyFiles.write(made.resolve("text"), "content");
    assertThat(permissions(made.resolve("text"))).isEqualTo("rw-------");
    assertThat(Files.readString(made.resolve("text"))).isEqualTo("content");

    OwnerOnlyFiles.open(made.resolve("opened"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
        .close();
    assertThat(permissions(made.resolve("opened"))).isEqualTo("rw-------");
  }

  @Test
  void what_was_open_to_others_is_closed_to_them() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    OwnerOnlyFiles.restrict(file);
    assertThat(permissions(file)).isEqualTo("rw-------");

    Path below = Files.createDirectory(directory.resolve("below"));
    Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwxr-xr-x"));
    OwnerOnlyFiles.createDirectories(below);
    assertThat(permissions(below)).isEqualTo("rwx------");
  }

  @Test
  void a_new_file_never_replaces_one_and_leaves_a_directory_that_is_there_as_it_is()
      throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = directory.resolve("new/file");

    OwnerOnlyFiles.create(file, new byte[] {1});
    OwnerOnlyFiles.create(directory.resolve("beside"), new byte[] {1});

    assertThatThrownBy(() -> OwnerOnlyFiles.create(file, new byte[] {2}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.readAllBytes(file)).containsExactly(1);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(file.getParent())).isEqualTo("rwx------");
    assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void a_file_is_open_to_others_when_they_may_do_anything_with_it() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    for (String open : new String[] {"rw-r-----", "rw--w----", "rw-----w-", "rwx--x---"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
      assertThat(OwnerOnlyFiles.isOpenToOthers(file)).as(open).isTrue();
    }
    for (String closed : new String[] {"rw-------", "r--------", "rwx------"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(closed));
      assertThat(OwnerOnlyFiles.isOpenToOthers(file)).as(closed).isFalse();
    }
  }

  @Test
  void what_its_owner_has_made_stricter_stays_so() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    OwnerOnlyFiles.restrict(file);
    assertThat(permissions(file)).isEqualTo("r--------");
  }

  @Test
  void a_file_that_is_written_anew_leaves_nothing_else_behind() throws Exception {
    Path file = directory.resolve("file");
    OwnerOnlyFiles.write(file, "first");
    // As a crash in the middle of the next writing leaves it.
    Files.writeString(directory.resolve("file.new"), "sec");

    OwnerOnlyFiles.write(file, "second");

    assertThat(Files.readString(file)).isEqualTo("second");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }
}
