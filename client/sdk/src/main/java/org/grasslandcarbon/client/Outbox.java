// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Signed instructions whose outcome is not known yet, one file each, named by the instruction's id.
 * An instruction is put here before it is sent and taken out when its outcome is final; whatever is
 * left after a crash is sent again as it stands, which is always safe.
 */
public final class Outbox {
  private static final String ENDING = ".jws";
  private static final String PART_ENDING = ".part";

  private final Path folder;

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
              "编号 " + text.id() + " 下已存有另一份指令；请换一个编号。",
              "Another instruction is stored under id " + text.id() + ": choose another id.");
        });
    // Under its own name the file is whole or not there, whenever the machine stops.
    Path part = folder.resolve(text.id() + PART_ENDING);
    try {
      Files.deleteIfExists(part);
      OwnerOnlyFiles.create(part, text.jws().getBytes(StandardCharsets.US_ASCII));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw LocalFileException.about("无法写入", "Cannot write", file, e);
    }
  }

  /** Takes an instruction out, its outcome being final. */
  public void settle(InstructionId id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An instruction that is here. */
  public Optional<InstructionText> find(InstructionId id) {
    Path file = file(id);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Every instruction that is here, the oldest file first. */
  public List<InstructionText> pending() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted(Outbox::byTime)
          .map(Outbox::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int byTime(Path a, Path b) {
    try {
      return Files.getLastModifiedTime(a).compareTo(Files.getLastModifiedTime(b));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InstructionText read(Path file) {
    return InstructionText.parse(new String(OwnerOnlyFiles.read(file), StandardCharsets.US_ASCII));
  }

  private Path file(InstructionId id) {
    return folder.resolve(id.value() + ENDING);
  }
}
