// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes that are kept between two who are not equally fast: a body that comes slowly, an answer
 * that is taken slowly. In memory or in a file; how much all together hold is limited. For one
 * thread at a time.
 */
abstract class Spool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  /**
   * Of each spool these bytes do not count, so that small ones, as instructions and the answers to
   * them are, come through whatever others hold. How many there are is limited by connections.
   */
  static final int UNCOUNTED = 8 * 1024;

  private final Shares room;
  private final String holder;
  private long length;
  private boolean closed;

  private Spool(Shares room, String holder) {
    this.room = room;
    this.holder = holder;
  }

  /**
   * In memory.
   *
   * @param room bytes that all spools of a kind may hold
   * @param holder whose share of it this one's bytes are
   */
  static Spool inMemory(Shares room, String holder) {
    return new Memory(room, holder);
  }

  /**
   * In a file.
   *
   * @param file empty; deleted when the spool is closed
   */
  static Spool inFile(Path file, Shares room, String holder) throws IOException {
    return new OnDisk(file, room, holder);
  }

  /**
   * Keeps more.
   *
   * @throws RegistryException {@code OVERLOADED} when its holder, or all together, hold too much
   */
  final void write(byte[] bytes, int offset, int count) throws IOException {
    if (!room.isTaken(holder, counted(length + count) - counted(length))) {
      throw new RegistryException(
          ErrorCode.OVERLOADED, zh("等待发送或读取的内容过多").en("too much is waiting to be sent or read"));
    }
    length += count;
    keep(bytes, offset, count);
  }

  abstract void keep(byte[] bytes, int offset, int count) throws IOException;

  private static long counted(long length) {
    return Math.max(0, length - UNCOUNTED);
  }

  /** What was kept, from the beginning; nothing is added afterwards. */
  abstract InputStream read() throws IOException;

  /** Forgets what was kept. */
  final void reset() throws IOException {
    room.give(holder, counted(length));
    length = 0;
    forget();
  }

  abstract void forget() throws IOException;

  final long length() {
    return length;
  }

  /** Gives the room back. Can be called again. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    room.give(holder, counted(length));
    try {
      end();
    } catch (IOException e) {
      LOG.warn("A temporary file could not be deleted", e);
    }
  }

  abstract void end() throws IOException;

  private static final class Memory extends Spool {
    /** No more is taken than is counted: a buffer that doubles would take several times that. */
    private static final int BLOCK = 16 * 1024;

    private final List<byte[]> blocks = new ArrayList<>();
    private int inLast = BLOCK;

    private Memory(Shares room, String holder) {
      super(room, holder);
    }

    @Override
    void keep(byte[] more, int offset, int count) {
      for (int kept = 0; kept < count; ) {
        if (inLast == BLOCK) {
          blocks.add(new byte[BLOCK]);
          inLast = 0;
        }
        int now = Math.min(count - kept, BLOCK - inLast);
        System.arraycopy(more, offset + kept, blocks.get(blocks.size() - 1), inLast, now);
        inLast += now;
        kept += now;
      }
    }

    @Override
    InputStream read() {
      List<ByteArrayInputStream> all = new ArrayList<>();
      for (int i = 0; i < blocks.size(); i++) {
        boolean isLast = i == blocks.size() - 1;
        all.add(new ByteArrayInputStream(blocks.get(i), 0, isLast ? inLast : BLOCK));
      }
      return new SequenceInputStream(Collections.enumeration(all));
    }

    @Override
    void forget() {
      end();
    }

    @Override
    void end() {
      blocks.clear();
      inLast = BLOCK;
    }
  }

  private static final class OnDisk extends Spool {
    private final Path file;
    private OutputStream out;
    private InputStream in;

    private OnDisk(Path file, Shares room, String holder) throws IOException {
      super(room, holder);
      this.file = file;
      this.out = Files.newOutputStream(file);
    }

    @Override
    void keep(byte[] bytes, int offset, int count) throws IOException {
      out.write(bytes, offset, count);
    }

    @Override
    InputStream read() throws IOException {
      out.close();
      in = Files.newInputStream(file);
      return in;
    }

    @Override
    void forget() throws IOException {
      out.close();
      out = Files.newOutputStream(file);
    }

    @Override
    void end() throws IOException {
      out.close();
      if (in != null) {
        in.close();
      }
      Files.deleteIfExists(file);
    }
  }
}
