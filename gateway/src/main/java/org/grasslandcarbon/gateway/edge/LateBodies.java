// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.gateway.disk.TemporaryFiles;
import org.grasslandcarbon.gateway.problem.Paths;
import org.springframework.web.util.WebUtils;

/**
 * Takes the body of a document, which is large, only when its controller says so: after the token
 * was verified, and when it is known that the sender may send it. Until then nothing of it is read,
 * so that nobody who is a stranger has disk or room; and each sender has a share.
 */
public final class LateBodies {
  private static final String KNOWN = LateBodies.class.getName();

  /** Documents that are being received: so many of the largest, or more that come slowly. */
  private static final int AT_A_TIME = 16;

  private final EdgeSettings settings;
  private final TemporaryFiles files;
  private final long most;
  private final Shares room;

  /**
   * @param most bytes of a document
   */
  LateBodies(EdgeSettings settings, TemporaryFiles files, long most) {
    this.settings = settings;
    this.files = files;
    this.most = most;
    this.room = Shares.ofQuarters(AT_A_TIME * most);
  }

  /** Bytes of documents that are being received. */
  long heldBytes() {
    return room.held();
  }

  /** Whether a request's body is taken late. */
  static boolean isLate(HttpServletRequest request) {
    return request.getMethod().equals("PUT")
        && request.getRequestURI().startsWith(Paths.DOCUMENTS + "/");
  }

  /** Whether a body is still to come that nobody has taken. */
  static boolean isPending(HttpServletRequest request) {
    return isLate(request) && !isHere(request) && Receiving.hasBody(request);
  }

  private static boolean isHere(HttpServletRequest request) {
    return WebUtils.getNativeRequest(request, ReceivedRequest.class) != null;
  }

  /** Whether {@link #isComing} has taken a request's body: its controller has seen it before. */
  public static boolean isTaken(HttpServletRequest request) {
    ReceivedRequest received = WebUtils.getNativeRequest(request, ReceivedRequest.class);
    return received != null && !received.isNew();
  }

  /** The length that a request says its body has; at least a byte where it does not say. */
  public static long saidLength(HttpServletRequest request) {
    return Receiving.hasBody(request) ? Math.max(1, request.getContentLengthLong()) : 0;
  }

  /**
   * Notes that a request's sender is known. Its body is still read and thrown away when it is
   * refused, so that it hears why; of a stranger's body no more than a little is.
   */
  public static void know(HttpServletRequest request) {
    request.setAttribute(KNOWN, true);
  }

  /**
   * Takes the body of a request, if one comes. The request is then taken up again, and its
   * controller called once more, when the body is here; the controller has nothing to answer now.
   *
   * @param sender whose share it counts for
   * @throws RegistryException {@code TOO_LARGE} when it says that it is
   */
  public boolean isComing(HttpServletRequest request, HttpServletResponse response, String sender)
      throws IOException {
    // An address can be written so that its body was received before anybody understood it.
    if (isHere(request) || !Receiving.hasBody(request)) {
      return false;
    }
    if (request.getContentLengthLong() > most) {
      throw new RegistryException(
          ErrorCode.TOO_LARGE, zh("文件最多 %s 字节").en("a file has at most %s bytes here", most));
    }
    Spool spool = Spool.inFile(files.create("document"), room, sender);
    BufferedAnswer answer = WebUtils.getNativeResponse(response, BufferedAnswer.class);
    Receiving.begin(
        ReceivedRequest.late(request, spool),
        response,
        // What is kept until it is whole is sent by who made it, and nobody goes on to do so.
        answer == null ? response : (HttpServletResponse) answer.getResponse(),
        new Receiving.Terms(most, settings.fileWithin(), settings.bodyBytesPerSecond().toBytes()));
    return true;
  }

  /** How much of a refused body is thrown away, for its sender to hear why. */
  Receiving.Terms discarding(HttpServletRequest request) {
    boolean known = request.getAttribute(KNOWN) != null;
    return new Receiving.Terms(
        (known ? most : 0) + Receiving.DISCARDED_MOST,
        known ? settings.fileWithin() : settings.bodyWithin(),
        settings.bodyBytesPerSecond().toBytes());
  }
}
