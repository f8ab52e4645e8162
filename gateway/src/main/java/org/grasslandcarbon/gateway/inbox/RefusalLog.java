// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * The last refusals that have no journal entry: two files and two maps, the older of each dropped
 * when the newer is full. Safe for use by many threads.
 */
final class RefusalLog implements AutoCloseable {
  /** Bounds a frame: some 1 KB a refusal at most. */
  private static final int GROUP_MOST = 1_000;

  private final Path older;
  private final Path newer;
  private final int most;
  private Map<InstructionId, RefusedUnjournaled> before = new HashMap<>();
  private Map<InstructionId, RefusedUnjournaled> now = new HashMap<>();
  private FrameFile file;
  private int written;

  RefusalLog(Path directory, int most) throws IOException {
    this.older = directory.resolve("refusals-older.log");
    this.newer = directory.resolve("refusals.log");
    this.most = most;
    if (Files.exists(older)) {
      // A crash while files changed places can leave the torn end of the newer under this name.
      read(older, before);
    }
    if (Files.exists(newer)) {
      Frames.Content content = read(newer, now);
      written = now.size();
      file = FrameFile.reopen(newer, content);
    } else {
      file = FrameFile.create(newer);
    }
  }

  private static Frames.Content read(Path path, Map<InstructionId, RefusedUnjournaled> into)
      throws IOException {
    try {
      Frames.Content content = FrameFile.read(path, true);
      content.payloads().forEach(payload -> decode(payload, into));
      return content;
    } catch (InboxException
        | RegistryException
        | BufferUnderflowException
        | NegativeArraySizeException e) {
      throw damaged(path, e);
    }
  }

  private static void decode(byte[] payload, Map<InstructionId, RefusedUnjournaled> into) {
    ByteBuffer from = ByteBuffer.wrap(payload);
    while (from.hasRemaining()) {
      byte[] json = new byte[from.getInt()];
      from.get(json);
      RefusedUnjournaled refusal = Codec.read(json, RefusedUnjournaled.class);
      into.put(refusal.id(), refusal);
    }
  }

  private static InboxException damaged(Path path, Throwable cause) {
    return new InboxException(
        path + " 已损坏，未作任何更改；可以删除它：其中只有不入账的拒绝记录，查询者会得知该指令未知并可重新发送",
        path
            + " is damaged; nothing was changed: it may be deleted, there are only refusals without a"
            + " journal entry in it, and whoever asks for one is told that the instruction is unknown"
            + " and can send it again",
        cause);
  }

  /** Remembers refusals; they are on disk when this returns. */
  synchronized void add(Collection<RefusedUnjournaled> refusals) throws IOException {
    List<RefusedUnjournaled> left = new ArrayList<>(refusals);
    while (!left.isEmpty()) {
      List<RefusedUnjournaled> group = left.subList(0, Math.min(left.size(), GROUP_MOST));
      write(group);
      group.clear();
    }
  }

  private void write(List<RefusedUnjournaled> group) throws IOException {
    if (written >= most) {
      roll();
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (RefusedUnjournaled refusal : group) {
      byte[] json = Codec.write(refusal);
      payload.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(json.length).array());
      payload.writeBytes(json);
    }
    file.append(payload.toByteArray());
    written += group.size();
    group.forEach(refusal -> now.put(refusal.id(), refusal));
  }

  /** Can be called again after it has failed half-way, as on a full disk. */
  private void roll() throws IOException {
    file.close();
    if (Files.exists(newer)) {
      Files.move(newer, older, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      before = now;
      now = new HashMap<>();
    }
    file = FrameFile.create(newer);
    written = 0;
  }

  /** The newest remembered refusal of an instruction. */
  synchronized Optional<RefusedUnjournaled> find(InstructionId id) {
    return Optional.ofNullable(now.getOrDefault(id, before.get(id)));
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
