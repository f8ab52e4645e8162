// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;

/**
 * An answer that is kept until it is whole: whoever makes it does not wait for whoever takes it,
 * and one that fails half-way can still be answered with a problem.
 */
final class BufferedAnswer extends HttpServletResponseWrapper {
  private final Spool spool;
  private final long end;
  private boolean mustEnd = true;
  private PrintWriter writer;

  /**
   * @param within how long it may take to be made
   */
  BufferedAnswer(HttpServletResponse response, Spool spool, Duration within) {
    super(response);
    this.spool = spool;
    this.end = System.nanoTime() + within.toNanos();
  }

  Spool spool() {
    return spool;
  }

  /** Writes down what a writer still holds. */
  void finish() {
    Optional.ofNullable(writer).ifPresent(PrintWriter::flush);
  }

  private void write(byte[] bytes, int offset, int count) throws IOException {
    if (mustEnd && System.nanoTime() - end > 0) {
      throw new RegistryException(
          ErrorCode.OVERLOADED,
          zh("生成答复用时过长：请缩小筛选范围").en("the answer took too long to make: choose narrower filters"));
    }
    spool.write(bytes, offset, count);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) throws IOException {
        BufferedAnswer.this.write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        BufferedAnswer.this.write(bytes, offset, count);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("the answer is kept and sent later");
      }
    };
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer =
          new PrintWriter(
              new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
    }
    return writer;
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    forget();
    super.sendError(status, message);
  }

  @Override
  public void sendError(int status) throws IOException {
    forget();
    super.sendError(status);
  }

  /** It is whole only in the end. */
  @Override
  public void flushBuffer() {
    finish();
  }

  @Override
  public void setContentLength(int length) {
    // Said when it is sent.
  }

  @Override
  public void setContentLengthLong(long length) {
    // Said when it is sent.
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    forget();
  }

  @Override
  public void reset() {
    super.reset();
    forget();
  }

  /** What comes instead is short, and may say that the time was up. */
  private void forget() {
    mustEnd = false;
    writer = null;
    try {
      spool.reset();
    } catch (IOException e) {
      throw new IllegalStateException("what was to be answered cannot be forgotten", e);
    }
  }
}
