// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
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
 * Has the whole body of a request before a thread begins with it: while a body comes, however
 * slowly, it holds a connection and no thread. One that comes too slowly, or takes too long, is
 * refused.
 */
final class BodiesFirst implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(BodiesFirst.class);

  /** Until then the least rate is not asked for: a connection begins slowly. */
  static final int GRACE_SECONDS = 5;

  /** Bodies that are no files; a dry run of a report may be larger. */
  private static final int BODY_MOST = 256 * 1024;

  /** As much as is read of a file. */
  private static final int FILE_MOST = 16 * 1024 * 1024;

  /** Of what is too large this much is still taken and thrown away: who is sending hears why. */
  private static final int DISCARDED_MOST = 1024 * 1024;

  /** Bodies that are being received: on a small machine some hundred of the largest size. */
  private static final long BODIES_BYTES_MOST = Runtime.getRuntime().maxMemory() / 16;

  /** Files that are being received: sixteen of the largest, or very many that come slowly. */
  private static final long FILES_BYTES_MOST = 16L * FILE_MOST;

  /** Documents that are being received: so many of the largest, or very many that come slowly. */
  private static final int DOCUMENTS_AT_A_TIME = 16;

  private static final int CHUNK = 8 * 1024;

  private final EdgeSettings settings;
  private final TemporaryFiles files;
  private final DataDisk disk;
  private final long documentMost;
  private final Spool.Room bodiesRoom = new Spool.Room(BODIES_BYTES_MOST);
  private final Spool.Room filesRoom = new Spool.Room(FILES_BYTES_MOST);
  private final Spool.Room documentsRoom;

  /**
   * @param documentMost bytes of a document
   */
  BodiesFirst(EdgeSettings settings, TemporaryFiles files, DataDisk disk, long documentMost) {
    this.settings = settings;
    this.files = files;
    this.disk = disk;
    this.documentMost = documentMost;
    this.documentsRoom = new Spool.Room(DOCUMENTS_AT_A_TIME * documentMost);
  }

  /** Bytes of bodies that are being received. */
  long heldBytes() {
    return bodiesRoom.held() + filesRoom.held() + documentsRoom.held();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof ReceivedRequest received) {
      received.passOn(response, chain);
    } else if (request.getDispatcherType() == DispatcherType.REQUEST
        && hasBody((HttpServletRequest) request)) {
      receive((HttpServletRequest) request, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private void receive(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean isDocument = isDocument(request);
    if (isDocument && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      // Nobody who has not even a token to show has fifty megabytes taken in.
      refuse(
          request,
          response,
          Problem.of(
              GatewayCode.TOKEN_MISSING,
              zh("须有请求头 Authorization: Bearer").en("header Authorization: Bearer is needed")));
      return;
    }
    if (isDocument && request.getContentLengthLong() > documentMost) {
      refuse(request, response, tooLarge(documentMost));
      return;
    }
    boolean isFile = isDocument || isFile(request);
    if (isFile && !disk.hasRoom()) {
      refuse(
          request,
          response,
          Problem.of(GatewayCode.DISK_FULL, zh("暂时无法接收文件").en("no file can be received")));
      return;
    }
    Spool spool =
        isFile
            ? Spool.inFile(files.create("upload"), isDocument ? documentsRoom : filesRoom)
            : Spool.inMemory(bodiesRoom);
    ReceivedRequest whole = new ReceivedRequest(request, spool);
    Duration within = isFile ? settings.fileWithin() : settings.bodyWithin();
    AsyncContext async = request.startAsync(whole, response);
    async.setTimeout(within.toMillis());
    Receiving receiving = new Receiving(async, whole, most(request, isDocument, isFile));
    async.addListener(receiving);
    request.getInputStream().setReadListener(receiving);
  }

  private long most(HttpServletRequest request, boolean isDocument, boolean isFile) {
    if (isDocument) {
      return documentMost;
    }
    if (isFile) {
      return FILE_MOST;
    }
    return request.getRequestURI().equals(Paths.QUANTIFICATIONS)
        ? Paths.QUANTIFICATION_BYTES_MOST
        : BODY_MOST;
  }

  private static boolean isDocument(HttpServletRequest request) {
    return request.getMethod().equals("PUT")
        && request.getRequestURI().startsWith(Paths.DOCUMENTS + "/");
  }

  private static Problem tooLarge(long most) {
    return Problem.of(
        ErrorCode.TOO_LARGE,
        zh("此类请求正文最多 %s 字节").en("a body of this type has at most %s bytes", most));
  }

  /** What a spreadsheet writes; everything else is text of known size. */
  private static boolean isFile(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType());
    return type.startsWith("text/csv") || type.startsWith("application/vnd.openxmlformats");
  }

  /** The rest of the body is not read; who still sends it need not. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    response.setHeader(HttpHeaders.CONNECTION, "close");
    ProblemWriter.write(problem, response);
    response.flushBuffer();
    Breaking.body(request);
  }

  /** A body on its way. The server calls it by one thread at a time. */
  private final class Receiving implements ReadListener, AsyncListener {
    private final AsyncContext async;
    private final ReceivedRequest request;
    private final long most;
    private final long begin = System.nanoTime();
    private final byte[] chunk = new byte[CHUNK];
    private long received;
    private boolean ended;

    private Receiving(AsyncContext async, ReceivedRequest request, long most) {
      this.async = async;
      this.request = request;
      this.most = most;
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
      if (received <= most) {
        request.spool().write(chunk, 0, read);
      } else if (received > most + DISCARDED_MOST) {
        giveUp(tooLarge(most));
      }
      if (isTooSlow()) {
        giveUp(tooSlow());
      }
    }

    private boolean isTooSlow() {
      double seconds = (System.nanoTime() - begin) / 1e9;
      long least = (long) (seconds * settings.bodyBytesPerSecond().toBytes());
      return seconds > GRACE_SECONDS && received < least;
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
      if (received > most) {
        giveUp(tooLarge(most));
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
        refuse(request, (HttpServletResponse) async.getResponse(), problem);
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
}
