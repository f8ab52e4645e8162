// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer on its way, which holds a connection and no thread. Whoever fetches it too slowly is
 * cut off: at any moment and not only in the end, since what it holds meanwhile is not others'. The
 * server calls it by one thread at a time.
 */
final class Sending implements WriteListener, AsyncListener {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private static final int CHUNK = 8 * 1024;

  private final AsyncContext async;
  private final ServletOutputStream out;
  private final InputStream bytes;
  private final Runnable close;
  private final Pace pace;
  private final long length;
  private final long begin = System.nanoTime();
  private final byte[] chunk = new byte[CHUNK];
  private long sent;
  private boolean ended;

  /**
   * How slowly an answer may be fetched.
   *
   * @param grace how far behind the least rate a reader may be
   * @param bytesPerSecond the least rate
   */
  record Pace(Duration grace, long bytesPerSecond) {
    private Duration of(long bytes) {
      return grace.plusSeconds(bytes / Math.max(1, bytesPerSecond));
    }
  }

  private Sending(
      AsyncContext async,
      ServletOutputStream out,
      InputStream bytes,
      long length,
      Pace pace,
      Runnable close) {
    this.async = async;
    this.out = out;
    this.bytes = bytes;
    this.length = length;
    this.pace = pace;
    this.close = close;
  }

  /**
   * Begins to send.
   *
   * @param length bytes that are sent, whatever more there are
   * @param close called once or more when nothing is sent any longer
   */
  static void begin(
      HttpServletRequest request,
      HttpServletResponse response,
      InputStream bytes,
      long length,
      Pace pace,
      Runnable close)
      throws IOException {
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(pace.of(length).toMillis());
    ServletOutputStream out = response.getOutputStream();
    Sending sending = new Sending(async, out, bytes, length, pace, close);
    async.addListener(sending);
    out.setWriteListener(sending);
  }

  @Override
  public void onWritePossible() throws IOException {
    while (!ended && out.isReady()) {
      int read = bytes.read(chunk, 0, (int) Math.min(CHUNK, length - sent));
      if (sent == length) {
        end();
      } else if (read < 0) {
        abandon("it became shorter");
      } else {
        out.write(chunk, 0, read);
        sent += read;
        if (isTooSlow()) {
          abandon("it is fetched too slowly");
        }
      }
    }
  }

  private boolean isTooSlow() {
    return System.nanoTime() - begin > pace.of(sent).toNanos();
  }

  private void end() {
    if (!ended) {
      ended = true;
      close.run();
      async.complete();
    }
  }

  private void abandon(String why) {
    if (!ended) {
      LOG.debug("An answer is not fetched: {}", why);
      Breaking.answer(async.getRequest());
      end();
    }
  }

  @Override
  public void onError(Throwable failure) {
    abandon(String.valueOf(failure));
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    abandon("it took too long");
  }

  @Override
  public void onError(AsyncEvent event) {
    abandon(String.valueOf(event.getThrowable()));
  }

  @Override
  public void onComplete(AsyncEvent event) {
    close.run();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nobody else answers this request.
  }
}
