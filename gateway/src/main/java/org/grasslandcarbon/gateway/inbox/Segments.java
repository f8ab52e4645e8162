// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox's records in a row of files. Each file is named after the first instruction accepted
 * into it and deleted when it is the oldest and everything accepted into it is finished. Deleting
 * from the old end only keeps the word that an instruction is finished at least as long as the
 * instruction. For one thread.
 */
final class Segments implements RecordStore {
  private static final Logger LOG = LoggerFactory.getLogger(Segments.class);

  private static final String NOTE = "stored-length";
  private static final String PREFIX = "inbox-";
  private static final String SUFFIX = ".log";

  private final Path directory;
  private final long segmentBytes;
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private final SortedMap<Long, QueuedInstruction> recovered = new TreeMap<>();
  private long nextSequence = 1;
  private final StoredLength stored;
  private FrameFile current;
  private boolean cannotDelete;
  private boolean cannotNote;

  /** A file and how many instructions accepted into it are not finished. */
  private static final class Segment {
    private final Path path;
    private int unfinished;

    private Segment(Path path) {
      this.path = path;
    }
  }

  /** Opens what is there, or begins anew. */
  Segments(Path directory, long segmentBytes) throws IOException {
    this.directory = directory;
    this.segmentBytes = segmentBytes;
    this.stored = new StoredLength(directory.resolve(NOTE));
    List<Path> files = files();
    requireNewest(files);
    for (Path file : files) {
      boolean last = file.equals(files.get(files.size() - 1));
      recover(file, last);
    }
    if (files.isEmpty()) {
      begin(nextSequence);
    }
    deleteFinished();
  }

  /** A note is never newer than the file that it is about: files are made, then written to. */
  private void requireNewest(List<Path> files) {
    long newest = files.isEmpty() ? 0 : firstSequence(files.get(files.size() - 1));
    stored
        .last()
        .filter(note -> note.firstSequence() > newest)
        .ifPresent(
            note -> {
              throw lost(directory.resolve(name(note.firstSequence())), note.bytes(), 0);
            });
  }

  /** Acknowledged instructions were there and are not, or cannot be read. */
  private InboxException lost(Path file, long stored, long good) {
    return new InboxException(
        "收件箱的文件 "
            + file
            + " 曾有 "
            + stored
            + " 字节写入磁盘，现只有 "
            + good
            + " 字节完好，并非崩溃所致，未作任何更改；请检查磁盘并从备份恢复该文件。若没有备份而接受损失，请删除 "
            + directory.resolve(NOTE)
            + "：其中账本尚未收录的指令须由发送者重新发送",
        file.getFileName()
            + " of the inbox had "
            + stored
            + " bytes on disk, and only "
            + good
            + " of them are good, so that no crash did this; nothing was changed: look for a"
            + " failing disk, then restore "
            + file
            + " from a backup. If there is none and the loss is accepted, delete "
            + directory.resolve(NOTE)
            + ": whatever in it the ledger does not have yet, its senders must send again.");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Segments::isSegment).sorted().toList();
    }
  }

  private static boolean isSegment(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  private static String name(long firstSequence) {
    return String.format(Locale.ROOT, "%s%016d%s", PREFIX, firstSequence, SUFFIX);
  }

  private static long firstSequence(Path path) {
    String name = path.getFileName().toString();
    String number = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
    if (!number.matches("\\d{16}")) {
      throw stray(path, null);
    }
    return Long.parseLong(number);
  }

  private static InboxException stray(Path path, Throwable cause) {
    return new InboxException(
        path + " 不是收件箱的文件，未作任何更改；请将它移出收件箱目录",
        path
            + " is none of the inbox's files; nothing was changed: move it out of the inbox's"
            + " directory",
        cause);
  }

  private void recover(Path file, boolean last) throws IOException {
    long first = firstSequence(file);
    segments.put(first, new Segment(file));
    nextSequence = Math.max(nextSequence, first);
    Frames.Content content = FrameFile.read(file, last);
    stored
        .last()
        .filter(note -> note.firstSequence() == first && note.bytes() > content.goodBytes())
        .ifPresent(
            note -> {
              throw lost(file, note.bytes(), content.goodBytes());
            });
    for (byte[] payload : content.payloads()) {
      for (InboxRecord record : decode(file, payload)) {
        count(record);
        if (record instanceof InboxRecord.Accepted accepted) {
          recovered.put(accepted.sequence(), accepted.instruction());
          nextSequence = Math.max(nextSequence, accepted.sequence() + 1);
        } else {
          recovered.remove(record.sequence());
        }
      }
    }
    if (last) {
      current = FrameFile.reopen(file, content);
    }
  }

  /** A file of other frames, given the name of one of ours. */
  private static List<InboxRecord> decode(Path file, byte[] payload) {
    try {
      return InboxRecord.decodeAll(payload);
    } catch (BufferUnderflowException | NegativeArraySizeException | IllegalArgumentException e) {
      throw stray(file, e);
    }
  }

  private void count(InboxRecord record) {
    if (record instanceof InboxRecord.Accepted) {
      segments.lastEntry().getValue().unfinished++;
    } else if (segments.floorEntry(record.sequence()) != null) {
      segments.floorEntry(record.sequence()).getValue().unfinished--;
    }
  }

  private void begin(long firstSequence) throws IOException {
    FrameFile begun = FrameFile.create(directory.resolve(name(firstSequence)));
    if (current != null) {
      current.close();
    }
    current = begun;
    segments.put(firstSequence, new Segment(begun.path()));
  }

  /** The instructions that were not finished, by number, in order. */
  SortedMap<Long, QueuedInstruction> recovered() {
    return recovered;
  }

  /** A number greater than any in the files. */
  long nextSequence() {
    return nextSequence;
  }

  /**
   * Writes records in one frame; they are on disk when this returns. Their instructions' numbers
   * grow from call to call.
   */
  @Override
  public void append(List<InboxRecord> records) throws IOException {
    if (current.length() >= segmentBytes) {
      rollFor(records);
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    records.forEach(record -> payload.writeBytes(record.encode()));
    current.append(payload.toByteArray());
    records.forEach(this::count);
    note();
    deleteFinished();
  }

  /** An older note is a weaker memory and a true one, and no reason to refuse what is stored. */
  private void note() {
    try {
      stored.note(new StoredLength.Note(segments.lastKey(), current.length()));
      cannotNote = false;
    } catch (IOException e) {
      if (!cannotNote) {
        LOG.warn("The length of the inbox cannot be noted; is the disk full?", e);
      }
      cannotNote = true;
    }
  }

  /**
   * Begins a new file for the first instruction to be accepted. Records that only finish others go
   * on in the old one, so that each file has an instruction to be named after.
   */
  private void rollFor(List<InboxRecord> records) throws IOException {
    for (InboxRecord record : records) {
      boolean accepted = record instanceof InboxRecord.Accepted;
      if (accepted && record.sequence() > segments.lastKey()) {
        begin(record.sequence());
        return;
      }
    }
  }

  /**
   * A file that cannot be deleted is tried again later. It is no reason to say that what was just
   * written is not stored: it is.
   */
  private void deleteFinished() {
    try {
      boolean deleted = false;
      while (segments.size() > 1 && segments.firstEntry().getValue().unfinished == 0) {
        Files.deleteIfExists(segments.firstEntry().getValue().path);
        segments.pollFirstEntry();
        deleted = true;
      }
      if (deleted) {
        OwnerOnlyFiles.forceDirectory(directory);
      }
      cannotDelete = false;
    } catch (IOException e) {
      if (!cannotDelete) {
        LOG.warn("A finished file of the inbox cannot be deleted; it is tried again", e);
      }
      cannotDelete = true;
    }
  }

  @Override
  public void close() throws IOException {
    try (stored) {
      current.close();
    }
  }
}
