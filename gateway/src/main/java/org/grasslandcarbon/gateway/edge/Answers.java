// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.disk.TemporaryFiles;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.HttpHeaders;

/**
 * Makes an answer at the gateway's speed and sends it at the reader's: while it is fetched, however
 * slowly, it holds a connection and neither a thread nor the database. Exports, which are large,
 * are kept in files and limited in number and time; a document is sent from where it is kept. One
 * address has a share of each. Whoever fetches an answer too slowly is cut off.
 */
final class Answers implements Filter {
  private static final String ATTRIBUTE = Answers.class.getName();

  /** Pages of lists, some hundred kilobytes as a rule, of all that are slow. */
  private static final long ANSWERS_BYTES_MOST = Runtime.getRuntime().maxMemory() / 8;

  /** Exports that are being fetched: ten of the largest. */
  private static final long EXPORTS_BYTES_MOST = 2L << 30;

  /**
   * Longer than any page takes, and than anybody waits for an outcome; beside the time in which a
   * document may come that is answered for.
   */
  private static final Duration PAGE_WITHIN = Duration.ofMinutes(5);

  /** Files are asked for by these. */
  private static final List<String> EXPORTS =
      List.of("text/csv", "application/vnd.openxmlformats", "application/pdf");

  private static final Set<String> ENDLESS = Set.of(Paths.MARKET_EVENTS, Paths.EVENTS);

  /** Those whose answers can be large. */
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT");

  private final EdgeSettings settings;
  private final TemporaryFiles files;
  private final DataDisk disk;
  private final LateBodies late;
  private final Shares exports;
  private final Shares answersRoom = Shares.ofQuarters(ANSWERS_BYTES_MOST);
  private final Shares exportsRoom = Shares.ofQuarters(EXPORTS_BYTES_MOST);

  Answers(EdgeSettings settings, TemporaryFiles files, DataDisk disk, LateBodies late) {
    this.settings = settings;
    this.files = files;
    this.disk = disk;
    this.late = late;
    int most = settings.exportsAtATime();
    this.exports = new Shares(most, Math.max(1, most / 2));
  }

  /** Bytes of answers that are being made or fetched. */
  long heldBytes() {
    return answersRoom.held() + exportsRoom.held();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (ENDLESS.contains(asked.getRequestURI())) {
      // It has no end to wait for, and holds no thread either: what waits there is limited there.
      chain.doFilter(request, response);
    } else if (request.getDispatcherType() == DispatcherType.REQUEST
        && METHODS.contains(asked.getMethod())) {
      begin(asked, (HttpServletResponse) response, chain);
    } else if (request.getAttribute(ATTRIBUTE) instanceof BufferedAnswer begun) {
      make(asked, response, chain, begun);
      sendUnlessItWaits(asked, begun);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String reader = Subscriber.of(request.getRemoteAddr()).key();
    if (!isExport(request)) {
      Duration within = PAGE_WITHIN.plus(settings.fileWithin());
      Spool spool = Spool.inMemory(answersRoom, reader);
      BufferedAnswer answer = new BufferedAnswer(response, spool, within);
      make(request, answer, chain, answer);
      sendUnlessItWaits(request, answer);
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
    if (!exports.isTaken(reader, 1)) {
      ProblemWriter.write(
          Problem.of(ErrorCode.OVERLOADED, zh("正在生成其他导出文件").en("other exports are being made")),
          response);
      return;
    }
    BufferedAnswer answer;
    try {
      Spool spool = Spool.inFile(files.create("export"), exportsRoom, reader);
      answer = new BufferedAnswer(response, spool, settings.exportWithin());
      make(request, answer, chain, answer);
    } finally {
      // Before it is sent: whoever has fetched one may ask for the next.
      exports.give(reader, 1);
    }
    sendUnlessItWaits(request, answer);
  }

  private static boolean isExport(HttpServletRequest request) {
    String accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
    // A document is of the type that it is of, whatever is accepted.
    return request.getMethod().equals("GET")
        && EXPORTS.stream().anyMatch(accepted::contains)
        && !request.getRequestURI().startsWith(Paths.DOCUMENTS + "/");
  }

  private static void make(
      HttpServletRequest request,
      ServletResponse response,
      FilterChain chain,
      BufferedAnswer answer)
      throws IOException, ServletException {
    request.setAttribute(ATTRIBUTE, answer);
    boolean made = false;
    try {
      chain.doFilter(request, response);
      made = true;
    } finally {
      if (!made) {
        answer.spool().close();
        FileAnswers.of(request).ifPresent(FileAnswers.Opened::close);
      }
    }
  }

  /** A controller that waits for something is called again. */
  private void sendUnlessItWaits(HttpServletRequest request, BufferedAnswer answer)
      throws IOException {
    if (!request.isAsyncStarted()) {
      request.removeAttribute(ATTRIBUTE);
      send(request, answer);
    }
  }

  private void send(HttpServletRequest request, BufferedAnswer answer) throws IOException {
    answer.finish();
    Spool spool = answer.spool();
    HttpServletResponse response = (HttpServletResponse) answer.getResponse();
    Optional<FileAnswers.Opened> file = FileAnswers.of(request);
    if (file.isPresent() && spool.length() == 0 && !response.isCommitted()) {
      spool.close();
      send(request, response, file.get());
      return;
    }
    file.ifPresent(FileAnswers.Opened::close);
    if (spool.length() == 0 || response.isCommitted()) {
      spool.close();
      return;
    }
    response.setContentLengthLong(spool.length());
    if (LateBodies.isPending(request)) {
      Discarding.begin(request, response, spool, late.discarding(request));
      return;
    }
    // What the server holds for a connection anyway is written at once.
    if (spool.length() <= Spool.UNCOUNTED) {
      try (spool;
          InputStream bytes = spool.read()) {
        bytes.transferTo(response.getOutputStream());
      }
      return;
    }
    Sending.begin(request, response, spool.read(), spool.length(), pace(), spool::close);
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, FileAnswers.Opened file)
      throws IOException {
    response.setContentLengthLong(file.length());
    Sending.begin(request, response, file.bytes(), file.length(), pace(), file::close);
  }

  private Sending.Pace pace() {
    return new Sending.Pace(settings.answerWithin(), settings.answerBytesPerSecond().toBytes());
  }
}
