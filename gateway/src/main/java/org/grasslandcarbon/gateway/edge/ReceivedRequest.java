// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A request whose body is here. Where the body was received before anything else, the request is
 * new for whoever comes after the filter that received it, although to the server it is one that
 * was taken up again: filters that act once a request, as the one that reads tokens, would pass it
 * over. Where it was received late, these have seen it already.
 */
final class ReceivedRequest extends HttpServletRequestWrapper {
  private final Spool spool;
  private final boolean isNew;
  private boolean passedOn;
  private volatile boolean isFirst;

  private ReceivedRequest(HttpServletRequest request, Spool spool, boolean isNew) {
    super(request);
    this.spool = spool;
    this.isNew = isNew;
  }

  /** One that nobody has seen yet. */
  static ReceivedRequest asNew(HttpServletRequest request, Spool spool) {
    return new ReceivedRequest(request, spool, true);
  }

  /** One that was seen by all before its body came. */
  static ReceivedRequest late(HttpServletRequest request, Spool spool) {
    return new ReceivedRequest(request, spool, false);
  }

  /** Whether it was received before anything else looked at it. */
  boolean isNew() {
    return isNew;
  }

  Spool spool() {
    return spool;
  }

  /** Hands it to the next filter: when its body has come, or after a wait of the controller. */
  void passOn(ServletResponse response, FilterChain chain) throws IOException, ServletException {
    if (passedOn) {
      chain.doFilter(this, response);
      return;
    }
    passedOn = true;
    isFirst = isNew;
    try {
      chain.doFilter(this, response);
    } finally {
      isFirst = false;
      // Controllers read bodies before they wait for anything.
      spool.close();
    }
  }

  @Override
  public DispatcherType getDispatcherType() {
    return isFirst ? DispatcherType.REQUEST : super.getDispatcherType();
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    InputStream body = spool.read();
    return new ServletInputStream() {
      private boolean finished;

      @Override
      public int read() throws IOException {
        int read = body.read();
        finished |= read < 0;
        return read;
      }

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        int read = body.read(into, offset, count);
        finished |= read < 0;
        return read;
      }

      @Override
      public boolean isFinished() {
        return finished;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("the body is here already");
      }

      @Override
      public void close() throws IOException {
        body.close();
      }
    };
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }
}
