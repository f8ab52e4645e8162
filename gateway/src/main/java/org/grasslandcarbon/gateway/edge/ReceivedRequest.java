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
 * A request whose body is here. For whoever comes after the filter that received it, it is a new
 * request, although to the server it is one that was taken up again: filters that act once a
 * request, as the one that reads tokens, would pass it over.
 */
final class ReceivedRequest extends HttpServletRequestWrapper {
  private final Spool spool;
  private boolean passedOn;
  private volatile boolean isFirst;

  ReceivedRequest(HttpServletRequest request, Spool spool) {
    super(request);
    this.spool = spool;
  }

  Spool spool() {
    return spool;
  }

  /** Hands it to the next filter: as a new request, or after a wait of the controller. */
  void passOn(ServletResponse response, FilterChain chain) throws IOException, ServletException {
    if (passedOn) {
      chain.doFilter(this, response);
      return;
    }
    passedOn = true;
    isFirst = true;
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
