// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Signed instructions whose outcome is not known yet, one file each, named by the instruction's id.
 * An instruction is put here before it is sent and taken out when its outcome is final; whatever is
 * left after a crash is sent again as it stands, which is always safe. Several processes may use it
 * at once: what one of them takes out meanwhile is not there for the others.
 */
public final class Outbox {
  private static final String ENDING = ".jws";

  private final Path folder;

  /** A file as it was found, the oldest first; of the same moment, by name. */
  private record Found(FileTime time, Path file) {
    private static final Comparator<Found> BY_TIME =
        Comparator.comparing(Found::time).thenComparing(Found::file);
  }

  /**
   * @param folder made when the first instruction is stored
   */
  public Outbox(Path folder) {
    this.folder = folder;
  }

  /**
   * Stores an instruction and waits until it is on the disk. Storing the same text again is
   * harmless.
   *
   * @throws LocalFileException when the file cannot be written, or another text is there under its
   *     id
   */
  public void store(InstructionText text) {
    Path file = file(text.id());
    Optional<InstructionText> there = find(text.id());
    if (there.isPresent() && there.get().jws().equals(text.jws())) {
      return;
    }
    there.ifPresent(
        other -> {
          throw new LocalFileException(
              "发件箱中已有编号为 " + text.id() + " 的另一份指令，尚无结果；请先续传，内容不同的指令须用新编号。",
              "Another instruction with id "
                  + text.id()
                  + " waits in the outbox: send that one again first; one that says something else"
                  + " needs a new id.");
        });
    try {
      OwnerOnlyFiles.createMissing(folder);
      // Under its own name the file is whole or not there, whenever the machine stops.
      OwnerOnlyFiles.write(file, text.jws());
    } catch (IOException e) {
      throw LocalFileException.about("无法写入", "Cannot write", file, e);
    }
  }

  /**
   * Takes an instruction out, its outcome being final.
   *
   * @throws LocalFileException when the file cannot be deleted; sending it again then does no harm
   */
  public void settle(InstructionId id) {
    Path file = file(id);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw LocalFileException.about("无法删除", "Cannot delete", file, e);
    }
  }

  /**
   * An instruction that is here.
   *
   * @throws LocalFileException when its file is damaged or open to others
   */
  public Optional<InstructionText> find(InstructionId id) {
    return read(file(id));
  }

  /**
   * Every instruction that is here, the oldest file first.
   *
   * @throws LocalFileException when a file is damaged or open to others
   */
  public List<InstructionText> pending() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .flatMap(file -> found(file).stream())
          .sorted(Found.BY_TIME)
          .flatMap(found -> read(found.file()).stream())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new LocalFileException(
          "无法读取目录 " + folder + "；请检查其权限与磁盘。",
          "Cannot read folder " + folder + ": check its permissions and the disk.",
          e);
    }
  }

  private static Optional<Found> found(Path file) {
    try {
      return Optional.of(new Found(Files.getLastModifiedTime(file), file));
    } catch (NoSuchFileException e) {
      // Another process has just had its outcome.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<InstructionText> read(Path file) {
    try {
      return Optional.of(
          InstructionText.parse(new String(PrivateFile.read(file), StandardCharsets.US_ASCII)));
    } catch (LocalFileException e) {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      throw e;
    } catch (RegistryException e) {
      throw new LocalFileException(
          file + " 不是完整的签名指令；请查看后移走。",
          file + " is not a whole signed instruction: look at it and move it away.",
          e);
    }
  }

  private Path file(InstructionId id) {
    return folder.resolve(id.value() + ENDING);
  }
}
