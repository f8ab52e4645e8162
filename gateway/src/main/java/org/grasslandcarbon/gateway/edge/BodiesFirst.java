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
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.disk.TemporaryFiles;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * Has the whole body of a request before a thread begins with it: while a body comes, however
 * slowly, it holds a connection and no thread. One address has a share of the room for bodies. A
 * document's body is not for everybody to send: {@link LateBodies} takes it when its sender is
 * known.
 */
final class BodiesFirst implements Filter {
  /** Bodies that are no files; a dry run of a report may be larger. */
  private static final int BODY_MOST = 256 * 1024;

  /** As much as is read of a file. */
  private static final int FILE_MOST = 16 * 1024 * 1024;

  /** Bodies that are being received: on a small machine some hundred of the largest size. */
  private static final long BODIES_BYTES_MOST = Runtime.getRuntime().maxMemory() / 16;

  /** Files that are being received: sixteen of the largest, or very many that come slowly. */
  private static final long FILES_BYTES_MOST = 16L * FILE_MOST;

  private final EdgeSettings settings;
  private final TemporaryFiles files;
  private final DataDisk disk;
  private final Shares bodiesRoom = Shares.ofQuarters(BODIES_BYTES_MOST);
  private final Shares filesRoom = Shares.ofQuarters(FILES_BYTES_MOST);

  BodiesFirst(EdgeSettings settings, TemporaryFiles files, DataDisk disk) {
    this.settings = settings;
    this.files = files;
    this.disk = disk;
  }

  /** Bytes of bodies that are being received. */
  long heldBytes() {
    return bodiesRoom.held() + filesRoom.held();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof ReceivedRequest received) {
      received.passOn(response, chain);
    } else if (request.getDispatcherType() == DispatcherType.REQUEST
        && Receiving.hasBody((HttpServletRequest) request)
        && !LateBodies.isLate((HttpServletRequest) request)) {
      receive((HttpServletRequest) request, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void receive(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean isFile = isFile(request);
    if (isFile && !disk.hasRoom()) {
      Receiving.refuse(
          request,
          response,
          Problem.of(GatewayCode.DISK_FULL, zh("暂时无法接收文件").en("no file can be received")));
      return;
    }
    String sender = Subscriber.of(request.getRemoteAddr()).key();
    Spool spool =
        isFile
            ? Spool.inFile(files.create("upload"), filesRoom, sender)
            : Spool.inMemory(bodiesRoom, sender);
    Receiving.begin(
        ReceivedRequest.asNew(request, spool),
        response,
        response,
        new Receiving.Terms(
            isFile ? FILE_MOST : most(request),
            isFile ? settings.fileWithin() : settings.bodyWithin(),
            settings.bodyBytesPerSecond().toBytes()));
  }

  private static long most(HttpServletRequest request) {
    return request.getRequestURI().equals(Paths.QUANTIFICATIONS)
        ? Paths.QUANTIFICATION_BYTES_MOST
        : BODY_MOST;
  }

  /** What a spreadsheet writes; everything else is text of known size. */
  private static boolean isFile(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType());
    return type.startsWith("text/csv") || type.startsWith("application/vnd.openxmlformats");
  }
}
