// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request over TLS to an address that somebody else has named, and the status of its answer.
 *
 * <p>A name is looked up once and every address that it has is checked; the connection is made to
 * one of these very addresses and to nothing else, through no proxy, and follows no redirect. A
 * client library looks a name up by itself after whoever checks it has, and a name server may
 * answer otherwise the second time. Of the answer only the first line is understood; some bytes
 * more are read and thrown away.
 */
final class HttpsPost implements AutoCloseable {
  /** Of an answer; the first line of one is some twenty. */
  private static final int ANSWER_BYTES_MOST = 8 * 1024;

  /** Addresses of one name that are tried; a receiver behind more has one that answers. */
  private static final int ADDRESSES_MOST = 2;

  /** How long the rest of an answer is waited for, so that its sender need not see it break off. */
  private static final int REST_WITHIN_MS = 300;

  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( [^\\p{Cntrl}]*)?");

  private static final int FINAL_LEAST = 200;

  private final AddressRule rule;
  private final WebhookSettings settings;
  private final SSLSocketFactory tls;
  private final NameLookups names;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "webhook-watch");
            thread.setDaemon(true);
            return thread;
          });

  /** Looks up names. */
  @FunctionalInterface
  interface Resolver {
    /** All addresses of a name. */
    InetAddress[] resolve(String name) throws UnknownHostException;
  }

  /** Why there was no answer; told to the subscription's owner. */
  enum Failure {
    /**
     * The name has no address, or one that is not connected to: which of both is not told, since it
     * would tell strangers what names mean within an office.
     */
    NO_PUBLIC_ADDRESS,
    /** Nobody listens there. */
    CANNOT_CONNECT,
    /** The certificate is not one of the name, or not trusted, or there is no TLS. */
    TLS,
    /** It took too long, from looking up the name to the answer. */
    TOO_SLOW,
    /** What came is no answer of HTTP. */
    NO_HTTP
  }

  /** There was no answer. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    NoAnswer(Failure failure, Exception cause) {
      super(failure.name(), cause);
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }

  HttpsPost(WebhookSettings settings, SSLSocketFactory tls, Resolver resolver) {
    this.rule = new AddressRule(settings.allowedAddresses(), settings.refusedAddresses());
    this.settings = settings;
    this.tls = tls;
    this.names = new NameLookups(resolver, settings.connectWithin());
  }

  /**
   * Sends a body.
   *
   * @param who on whose behalf
   * @param headers beside those of every request
   * @return the status of the answer
   * @throws NoAnswer when there is none
   */
  int send(String who, WebhookAddress address, Map<String, String> headers, byte[] body)
      throws NoAnswer {
    List<InetAddress> checked = checked(who, address.name());
    NoAnswer last = null;
    for (InetAddress each : checked) {
      try (Socket socket = connected(each, address.port())) {
        return exchange(socket, address, headers, body);
      } catch (NoAnswer e) {
        last = e;
        if (e.failure() != Failure.CANNOT_CONNECT) {
          break;
        }
      } catch (IOException e) {
        last = new NoAnswer(Failure.CANNOT_CONNECT, e);
      }
    }
    throw last;
  }

  /** All of them have to be good: one that is not is no accident. */
  private List<InetAddress> checked(String who, String name) throws NoAnswer {
    try {
      InetAddress[] all = names.find(who, name);
      if (all.length > 0 && Arrays.stream(all).allMatch(rule::permits)) {
        return Arrays.stream(all).limit(ADDRESSES_MOST).toList();
      }
      throw new NoAnswer(Failure.NO_PUBLIC_ADDRESS, null);
    } catch (UnknownHostException e) {
      throw new NoAnswer(Failure.NO_PUBLIC_ADDRESS, e);
    } catch (TimeoutException e) {
      throw new NoAnswer(Failure.TOO_SLOW, e);
    }
  }

  /** A plain socket: the platform's own would ask its settings for a proxy. */
  private Socket connected(InetAddress address, int port) throws IOException {
    Socket socket = new Socket(java.net.Proxy.NO_PROXY);
    try {
      socket.connect(
          new InetSocketAddress(address, port), (int) settings.connectWithin().toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * The whole exchange has a time, whatever comes bit by bit: when it is over the connection is
   * closed under whoever reads.
   */
  private int exchange(
      Socket socket, WebhookAddress address, Map<String, String> headers, byte[] body)
      throws NoAnswer {
    boolean[] late = {false};
    Future<?> end =
        watch.schedule(
            () -> {
              late[0] = true;
              socket.close();
              return null;
            },
            settings.answerWithin().toMillis(),
            TimeUnit.MILLISECONDS);
    try (SSLSocket secured = secured(socket, address)) {
      secured.getOutputStream().write(request(address, headers, body));
      secured.getOutputStream().flush();
      return status(new BufferedInputStream(secured.getInputStream()), secured);
    } catch (SSLException e) {
      throw new NoAnswer(late[0] ? Failure.TOO_SLOW : Failure.TLS, e);
    } catch (IOException e) {
      throw new NoAnswer(late[0] ? Failure.TOO_SLOW : Failure.NO_HTTP, e);
    } finally {
      end.cancel(false);
    }
  }

  private SSLSocket secured(Socket socket, WebhookAddress address) throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, address.name(), address.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    // Without it any trusted certificate would do, whoever's it is.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.setSoTimeout((int) settings.answerWithin().toMillis());
    secured.startHandshake();
    return secured;
  }

  private static byte[] request(WebhookAddress address, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(address.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(address.authority()).append("\r\n");
    head.append("Connection: close\r\nContent-Length: ").append(body.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] begin = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(begin, begin.length + body.length);
    System.arraycopy(body, 0, whole, begin.length, body.length);
    return whole;
  }

  /** The status of the answer, after those that only announce one. */
  private static int status(InputStream in, SSLSocket socket) throws IOException {
    int left = ANSWER_BYTES_MOST;
    while (true) {
      String first = line(in, left);
      left -= first.length();
      Matcher matcher = STATUS_LINE.matcher(first);
      if (!matcher.matches()) {
        throw new IOException("it is no answer");
      }
      int status = Integer.parseInt(matcher.group(1));
      if (status >= FINAL_LEAST) {
        discard(in, left, socket);
        return status;
      }
      for (String more = line(in, left); !more.isEmpty(); more = line(in, left)) {
        left -= more.length();
      }
    }
  }

  private static String line(InputStream in, int most) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() >= most) {
        throw new IOException("the answer ends, or does not");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static void discard(InputStream in, int most, SSLSocket socket) {
    try {
      socket.setSoTimeout(REST_WITHIN_MS);
      byte[] chunk = new byte[1024];
      for (int read = 0, left = most; read >= 0 && left > 0; left -= read) {
        read = in.read(chunk, 0, Math.min(chunk.length, left));
      }
    } catch (InterruptedIOException slow) {
      // It is not wanted.
    } catch (IOException gone) {
      // Nor is this: the answer was there before.
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    names.close();
  }
}
