// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.disk.TemporaryFiles;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Makes an answer at the gateway's speed and sends it at the reader's: while it is fetched, however
 * slowly, it holds a connection and neither a thread nor the database. Exports, which are large,
 * are kept in files and limited in number and time. Whoever fetches an answer too slowly is cut
 * off.
 */
final class Answers implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private static final String ATTRIBUTE = Answers.class.getName();

  private static final int CHUNK = 8 * 1024;

  /** Pages of lists, some hundred kilobytes as a rule, of all that are slow. */
  private static final long ANSWERS_BYTES_MOST = Runtime.getRuntime().maxMemory() / 8;

  /** Exports that are being fetched: ten of the largest. */
  private static final long EXPORTS_BYTES_MOST = 2L << 30;

  /** Longer than any page takes, and than anybody waits for an outcome. */
  private static final Duration PAGE_WITHIN = Duration.ofMinutes(5);

  /** Files are asked for by these. */
  private static final List<String> EXPORTS =
      List.of("text/csv", "application/vnd.openxmlformats", "application/pdf");

  /** Those whose answers can be large. */
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT");

  private final EdgeSettings settings;
  private final TemporaryFiles files;
  private final DataDisk disk;
  private final Semaphore exports;
  private final Spool.Room answersRoom = new Spool.Room(ANSWERS_BYTES_MOST);
  private final Spool.Room exportsRoom = new Spool.Room(EXPORTS_BYTES_MOST);

  Answers(EdgeSettings settings, TemporaryFiles files, DataDisk disk) {
    this.settings = settings;
    this.files = files;
    this.disk = disk;
    this.exports = new Semaphore(settings.exportsAtATime());
  }

  /** Bytes of answers that are being made or fetched. */
  long heldBytes() {
    return answersRoom.held() + exportsRoom.held();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (asked.getRequestURI().equals(Paths.MARKET_EVENTS)) {
      // It has no end to wait for, and holds no thread either: what waits there is limited there.
      chain.doFilter(request, response);
    } else if (request.getDispatcherType() == DispatcherType.REQUEST
        && METHODS.contains(asked.getMethod())) {
      begin(asked, (HttpServletResponse) response, chain);
    } else if (request.getAttribute(ATTRIBUTE) instanceof BufferedAnswer begun) {
      make(asked, response, chain, begun);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isExport(request)) {
      make(request, new BufferedAnswer(response, Spool.inMemory(answersRoom), PAGE_WITHIN), chain);
      return;
    }
    if (!disk.hasRoom()) {
      ProblemWriter.write(
          Problem.of(
              GatewayCode.DISK_FULL,
              zh("导出须占用磁盘空间：请改为分页查询列表").en("exports need room; pages of lists do not")),
          response);
      return;
    }
    if (!exports.tryAcquire()) {
      ProblemWriter.write(
          Problem.of(ErrorCode.OVERLOADED, zh("正在生成其他导出文件").en("other exports are being made")),
          response);
      return;
    }
    try {
      Spool spool = Spool.inFile(files.create("export"), exportsRoom);
      make(request, new BufferedAnswer(response, spool, settings.exportWithin()), chain);
    } finally {
      exports.release();
    }
  }

  private static boolean isExport(HttpServletRequest request) {
    String accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
    return request.getMethod().equals("GET")
        && (EXPORTS.stream().anyMatch(accepted::contains)
            || request.getRequestURI().startsWith(Paths.DOCUMENTS + "/"));
  }

  private void make(HttpServletRequest request, BufferedAnswer answer, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute(ATTRIBUTE, answer);
    make(request, answer, chain, answer);
  }

  /** Has an answer made, and sends it unless the controller waits for something. */
  private void make(
      HttpServletRequest request,
      ServletResponse response,
      FilterChain chain,
      BufferedAnswer answer)
      throws IOException, ServletException {
    boolean made = false;
    try {
      chain.doFilter(request, response);
      made = true;
    } finally {
      if (!made) {
        answer.spool().close();
      }
    }
    if (!request.isAsyncStarted()) {
      request.removeAttribute(ATTRIBUTE);
      send(request, answer);
    }
  }

  private void send(HttpServletRequest request, BufferedAnswer answer) throws IOException {
    answer.finish();
    Spool spool = answer.spool();
    HttpServletResponse response = (HttpServletResponse) answer.getResponse();
    if (spool.length() == 0 || response.isCommitted()) {
      spool.close();
      return;
    }
    response.setContentLengthLong(spool.length());
    // What the server holds for a connection anyway is written at once.
    if (spool.length() <= Spool.UNCOUNTED) {
      try (spool;
          InputStream bytes = spool.read()) {
        bytes.transferTo(response.getOutputStream());
      }
      return;
    }
    AsyncContext async = request.startAsync(request, response);
    long seconds = spool.length() / Math.max(1, settings.answerBytesPerSecond().toBytes());
    async.setTimeout(settings.answerWithin().plusSeconds(seconds).toMillis());
    Sending sending = new Sending(async, response.getOutputStream(), spool);
    async.addListener(sending);
    response.getOutputStream().setWriteListener(sending);
  }

  /** An answer on its way. The server calls it by one thread at a time. */
  private static final class Sending implements WriteListener, AsyncListener {
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Spool spool;
    private final InputStream bytes;
    private final byte[] chunk = new byte[CHUNK];
    private boolean ended;

    private Sending(AsyncContext async, ServletOutputStream out, Spool spool) throws IOException {
      this.async = async;
      this.out = out;
      this.spool = spool;
      this.bytes = spool.read();
    }

    @Override
    public void onWritePossible() throws IOException {
      while (!ended && out.isReady()) {
        int read = bytes.read(chunk);
        if (read < 0) {
          end();
        } else {
          out.write(chunk, 0, read);
        }
      }
    }

    private void end() {
      if (!ended) {
        ended = true;
        spool.close();
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
      spool.close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // Nobody else answers this request.
    }
  }
}
