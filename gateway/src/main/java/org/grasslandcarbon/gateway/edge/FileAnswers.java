// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are sent from where they are kept: a reader, however slow, holds a connection, an open
 * file and a few kilobytes, and no copy of it. One address has a share of the files that are open,
 * and one of those that are just being opened, which is the dear part: a file is compared with its
 * digest then.
 */
public final class FileAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(FileAnswers.class);

  private static final String ATTRIBUTE = FileAnswers.class.getName();

  /** Each is an open file of the process, of which systems grant a thousand at least. */
  private static final int SENT_AT_A_TIME = 256;

  /** A browser has six connections to a server; some people are behind one address. */
  private static final int SENT_TO_ONE = 32;

  /** Each holds a thread and a processor while a file is read. */
  private static final int OPENED_AT_A_TIME = 8;

  private static final int OPENED_FOR_ONE = 4;

  private final Shares sent = new Shares(SENT_AT_A_TIME, SENT_TO_ONE);
  private final Shares opened = new Shares(OPENED_AT_A_TIME, OPENED_FOR_ONE);

  /** Opens a file that can be sent: the reader gets what was looked at, whatever comes after. */
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }

  /** A file that is the answer to a request. */
  static final class Opened implements AutoCloseable {
    private final InputStream bytes;
    private final long length;
    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Opened(InputStream bytes, long length, Runnable giveBack) {
      this.bytes = bytes;
      this.length = length;
      this.giveBack = giveBack;
    }

    InputStream bytes() {
      return bytes;
    }

    long length() {
      return length;
    }

    /** Can be called again. */
    @Override
    public void close() {
      if (closed.getAndSet(true)) {
        return;
      }
      try {
        bytes.close();
      } catch (IOException e) {
        LOG.warn("A file that was sent could not be closed", e);
      } finally {
        giveBack.run();
      }
    }
  }

  /** Files that are being sent. */
  long sending() {
    return sent.held();
  }

  /**
   * Answers a request with a file; its controller writes nothing else.
   *
   * @param length bytes of the file
   * @throws RegistryException {@code OVERLOADED} when its reader, or all together, fetch too many
   */
  public void answer(HttpServletRequest request, long length, Opening opening) throws IOException {
    String reader = Subscriber.of(request.getRemoteAddr()).key();
    take(sent, reader);
    boolean isOpen = false;
    try {
      InputStream bytes = open(opening, reader);
      isOpen = true;
      request.setAttribute(ATTRIBUTE, new Opened(bytes, length, () -> sent.give(reader, 1)));
    } finally {
      if (!isOpen) {
        sent.give(reader, 1);
      }
    }
  }

  private InputStream open(Opening opening, String reader) throws IOException {
    take(opened, reader);
    try {
      return opening.open();
    } finally {
      opened.give(reader, 1);
    }
  }

  private static void take(Shares shares, String reader) {
    if (!shares.isTaken(reader, 1)) {
      throw new RegistryException(
          ErrorCode.OVERLOADED, zh("正在读取其他文件").en("other files are being fetched"));
    }
  }

  /** The file that a controller has answered with. */
  static Optional<Opened> of(HttpServletRequest request) {
    return Optional.ofNullable((Opened) request.getAttribute(ATTRIBUTE));
  }
}
