// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * A body on its way, which holds a connection and no thread. When it is here, its request is taken
 * up again; one that comes too slowly, or takes too long, is refused. The server calls it by one
 * thread at a time.
 */
final class Receiving implements ReadListener, AsyncListener {
  private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);

  /** Until then the least rate is not asked for: a connection begins slowly. */
  static final int GRACE_SECONDS = 5;

  /** Of what is too large this much is still taken and thrown away: who is sending hears why. */
  static final int DISCARDED_MOST = 1024 * 1024;

  private static final int CHUNK = 8 * 1024;

  private final AsyncContext async;
  private final ReceivedRequest request;
  private final HttpServletResponse refusals;
  private final Terms terms;
  private final long begin = System.nanoTime();
  private final byte[] chunk = new byte[CHUNK];
  private long received;
  private boolean ended;

  private Receiving(
      AsyncContext async, ReceivedRequest request, HttpServletResponse refusals, Terms terms) {
    this.async = async;
    this.request = request;
    this.refusals = refusals;
    this.terms = terms;
  }

  /**
   * How a body may come.
   *
   * @param most its length
   * @param within how long it may take
   * @param bytesPerSecond the least rate
   */
  record Terms(long most, Duration within, long bytesPerSecond) {
    /** Whether what has come is less than should have since a moment of the system's timer. */
    boolean isTooSlow(long received, long begin) {
      double seconds = (System.nanoTime() - begin) / 1e9;
      return seconds > GRACE_SECONDS && received < (long) (seconds * bytesPerSecond);
    }
  }

  /**
   * Begins to receive.
   *
   * @param request which is taken up again when its body is here
   * @param response with which it is then answered
   * @param refusals to which a refusal is written at once
   */
  static void begin(
      ReceivedRequest request, ServletResponse response, HttpServletResponse refusals, Terms terms)
      throws IOException {
    HttpServletRequest sent = (HttpServletRequest) request.getRequest();
    AsyncContext async = sent.startAsync(request, response);
    async.setTimeout(terms.within().toMillis());
    Receiving receiving = new Receiving(async, request, refusals, terms);
    async.addListener(receiving);
    sent.getInputStream().setReadListener(receiving);
  }

  /** Whether anything comes with a request beside its head. */
  static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  static Problem tooLarge(long most) {
    return Problem.of(
        ErrorCode.TOO_LARGE,
        zh("此类请求正文最多 %s 字节").en("a body of this type has at most %s bytes", most));
  }

  /** The rest of the body is not read; who still sends it need not. */
  static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    response.setHeader(HttpHeaders.CONNECTION, "close");
    ProblemWriter.write(problem, response);
    response.flushBuffer();
    Breaking.body(request);
  }

  @Override
  public void onDataAvailable() throws IOException {
    ServletInputStream in = request.getRequest().getInputStream();
    try {
      while (!ended && in.isReady()) {
        int read = in.read(chunk);
        if (read < 0) {
          goOn();
        } else {
          keep(read);
        }
      }
    } catch (RegistryException e) {
      giveUp(Problem.of(e));
    }
  }

  private void keep(int read) throws IOException {
    received += read;
    if (received <= terms.most()) {
      request.spool().write(chunk, 0, read);
    } else if (received > terms.most() + DISCARDED_MOST) {
      giveUp(tooLarge(terms.most()));
    }
    if (terms.isTooSlow(received, begin)) {
      giveUp(tooSlow());
    }
  }

  private Problem tooSlow() {
    return Problem.of(
        GatewayCode.TOO_SLOW,
        zh("%2$s 秒内收到 %1$s 字节")
            .en("%s bytes came in %s s", received, (System.nanoTime() - begin) / 1_000_000_000));
  }

  @Override
  public void onAllDataRead() {
    goOn();
  }

  private void goOn() {
    if (received > terms.most()) {
      giveUp(tooLarge(terms.most()));
    } else if (!ended) {
      ended = true;
      async.dispatch();
    }
  }

  private void giveUp(Problem problem) {
    if (ended) {
      return;
    }
    ended = true;
    try {
      refuse(request, refusals, problem);
    } catch (IOException e) {
      LOG.debug("Whoever sent a body has gone", e);
    } finally {
      request.spool().close();
      async.complete();
    }
  }

  /** The sender has gone, or has sent nothing for as long as a connection may be silent. */
  @Override
  public void onError(Throwable failure) {
    giveUp(tooSlow());
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    giveUp(tooSlow());
  }

  @Override
  public void onError(AsyncEvent event) {
    giveUp(tooSlow());
  }

  @Override
  public void onComplete(AsyncEvent event) {
    request.spool().close();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // The controller waits for something else now; the body has been read by then.
  }
}
