// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Throws away the body of a request that was refused before it came, and answers when it has come
 * or as much of it as is taken: whoever sends, and reads afterwards, hears why. It holds a
 * connection and neither a thread nor room. The server calls it by one thread at a time.
 */
final class Discarding implements ReadListener, AsyncListener {
  private static final Logger LOG = LoggerFactory.getLogger(Discarding.class);

  private static final int CHUNK = 8 * 1024;

  private final AsyncContext async;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Spool answer;
  private final Receiving.Terms terms;
  private final byte[] chunk = new byte[CHUNK];
  private final long begin = System.nanoTime();
  private long received;
  private boolean ended;

  private Discarding(
      AsyncContext async,
      HttpServletRequest request,
      HttpServletResponse response,
      Spool answer,
      Receiving.Terms terms) {
    this.async = async;
    this.request = request;
    this.response = response;
    this.answer = answer;
    this.terms = terms;
  }

  /**
   * Begins to throw away.
   *
   * @param answer what is sent then; its status and headers are the response's already
   */
  static void begin(
      HttpServletRequest request, HttpServletResponse response, Spool answer, Receiving.Terms terms)
      throws IOException {
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(terms.within().toMillis());
    Discarding discarding = new Discarding(async, request, response, answer, terms);
    async.addListener(discarding);
    request.getInputStream().setReadListener(discarding);
  }

  @Override
  public void onDataAvailable() throws IOException {
    ServletInputStream in = request.getInputStream();
    while (!ended && in.isReady()) {
      int read = in.read(chunk);
      received += Math.max(0, read);
      if (read < 0 || received > terms.most() || terms.isTooSlow(received, begin)) {
        answer();
      }
    }
  }

  @Override
  public void onAllDataRead() {
    answer();
  }

  private void answer() {
    if (ended) {
      return;
    }
    ended = true;
    try (answer;
        InputStream bytes = answer.read()) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
      bytes.transferTo(response.getOutputStream());
      response.flushBuffer();
      Breaking.body(request);
    } catch (IOException e) {
      LOG.debug("Whoever sent a body has gone", e);
    } finally {
      async.complete();
    }
  }

  @Override
  public void onError(Throwable failure) {
    answer();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    answer();
  }

  @Override
  public void onError(AsyncEvent event) {
    answer();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    answer.close();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // The request has its answer: nobody takes it up again.
  }
}
