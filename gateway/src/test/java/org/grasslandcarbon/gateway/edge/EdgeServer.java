// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.catalina.Container;
import org.apache.catalina.core.StandardContext;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.disk.DiskSettings;
import org.grasslandcarbon.gateway.disk.TemporaryFiles;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A server with the gateway's edge and, behind it, three addresses of a test: one that answers so
 * many bytes, one that says how many it was sent, and one whose thread waits for the test.
 */
final class EdgeServer implements AutoCloseable {
  /** Threads of the server. */
  static final int THREADS = 8;

  /** Those that are kept. */
  static final int KEPT = 3;

  private static final String NO_PROXY = "192.0.2.1/32";

  /** A connection that is silent for so long is closed. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final WebServer server;
  private final Path directory;
  private final Path temporary;
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private volatile long freeBytes = Long.MAX_VALUE;

  /** Settings with which a test need not wait long. */
  static EdgeSettings quick() {
    return settings(64, Duration.ofSeconds(5));
  }

  /** Settings with which what is slow through no fault of its own has its time. */
  static EdgeSettings patient() {
    return settings(64, Duration.ofMinutes(2));
  }

  /** An answer may take long, if only it is fetched at the least rate. */
  static EdgeSettings unhurried() {
    Duration minutes = Duration.ofMinutes(2);
    DataSize rate = DataSize.ofMegabytes(2);
    return new EdgeSettings(
        64, KEPT, minutes, minutes, DataSize.ofBytes(100), Duration.ofSeconds(2), rate, 1, minutes);
  }

  static EdgeSettings withConnections(int perAddress) {
    return settings(perAddress, Duration.ofMinutes(2));
  }

  private static EdgeSettings settings(int connections, Duration within) {
    return new EdgeSettings(
        connections,
        KEPT,
        within,
        within,
        DataSize.ofBytes(100),
        within,
        DataSize.ofMegabytes(10),
        1,
        within);
  }

  EdgeServer(Path directory, EdgeSettings settings) throws IOException {
    this(directory, settings, NO_PROXY);
  }

  /**
   * @param proxies that may have any number of connections
   */
  EdgeServer(Path directory, EdgeSettings settings, String proxies) throws IOException {
    this.directory = directory;
    temporary = directory.resolve("temporary");
    TemporaryFiles files = new TemporaryFiles(temporary);
    DataDisk disk =
        new DataDisk(
            () -> freeBytes,
            new DiskSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1)),
            Clock.systemUTC());
    EdgeConfiguration edge = new EdgeConfiguration();
    LateBodies late = edge.lateBodies(settings, files, DataSize.ofMegabytes(20), meters);
    FileAnswers sent = edge.fileAnswers(meters);
    RateLimit.Settings unlimited = new RateLimit.Settings(0, 0, 0, 0, 1, false);
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    factory.setAddress(InetAddress.getLoopbackAddress());
    factory.setBaseDirectory(Files.createDirectories(directory.resolve("tomcat")).toFile());
    Compression compression = new Compression();
    compression.setEnabled(true);
    compression.setMimeTypes(new String[] {"text/plain"});
    factory.setCompression(compression);
    // As in the application, where a page answers whatever is an error and not yet answered.
    for (int answered : new int[] {408, 413, 503}) {
      factory.addErrorPages(new ErrorPage(HttpStatus.valueOf(answered), "/error"));
    }
    edge.connector(settings, proxies).customize(factory);
    factory.addConnectorCustomizers(
        connector -> {
          connector.setProperty("maxThreads", Integer.toString(THREADS));
          connector.setProperty("connectionTimeout", Long.toString(SILENCE.toMillis()));
        });
    server =
        factory.getWebServer(
            context -> {
              edge.strictRequests().onStartup(context);
              edge.rateLimit(unlimited, Clock.systemUTC()).onStartup(context);
              edge.keptThreads(settings, THREADS).onStartup(context);
              edge.bodiesFirst(settings, files, disk, meters).onStartup(context);
              edge.answers(settings, files, disk, late, meters).onStartup(context);
              servlet(new Bytes(), "/api/bytes").onStartup(context);
              servlet(new Count(), "/api/count", "/").onStartup(context);
              servlet(new Kept(late, sent), "/api/v1/documents/*").onStartup(context);
              servlet(new Waits(), "/api/waits", "/actuator/health").onStartup(context);
            });
    server.start();
  }

  private static ServletRegistrationBean<HttpServlet> servlet(
      HttpServlet servlet, String... addresses) {
    ServletRegistrationBean<HttpServlet> registration =
        new ServletRegistrationBean<>(servlet, addresses);
    registration.setAsyncSupported(true);
    return registration;
  }

  /** Answers as many bytes as it is asked for. */
  private static final class Bytes extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      long left = Long.parseLong(request.getParameter("n"));
      String slow = request.getParameter("slow");
      long begin = System.nanoTime() + (slow == null ? 0 : Long.parseLong(slow) * 1_000_000_000L);
      response.setContentType("text/plain");
      byte[] chunk = "0123456789abcdef".repeat(1_024).getBytes(StandardCharsets.US_ASCII);
      OutputStream out = response.getOutputStream();
      while (System.nanoTime() < begin) {
        Thread.onSpinWait();
      }
      for (; left > 0; left -= chunk.length) {
        out.write(chunk, 0, (int) Math.min(left, chunk.length));
      }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      doGet(request, response);
    }
  }

  /** Says how many bytes it was sent, and whether it takes itself for a new request. */
  private static final class Count extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      long count = 0;
      try (InputStream body = request.getInputStream()) {
        byte[] chunk = new byte[8_192];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
          count += read;
        }
      }
      response
          .getOutputStream()
          .write((request.getDispatcherType() + " " + count).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * Takes a body when it knows its sender, who says so in the query, and says how many bytes it was
   * sent; sends a file of as many bytes as it is asked for.
   */
  private final class Kept extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient LateBodies late;
    private final transient FileAnswers sent;

    private Kept(LateBodies late, FileAnswers sent) {
      this.late = late;
      this.sent = sent;
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String sender = request.getParameter("sender");
      if (sender == null || request.getParameter("refused") != null) {
        if (sender != null) {
          LateBodies.know(request);
        }
        ProblemWriter.write(
            Problem.of(GatewayCode.TOKEN_MISSING, Detail.zh("无").en("none")), response);
        return;
      }
      try {
        if (!LateBodies.isTaken(request) && late.isComing(request, response, sender)) {
          return;
        }
        new Count().doPost(request, response);
      } catch (RegistryException e) {
        ProblemWriter.write(Problem.of(e), response);
      }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      int length = Integer.parseInt(request.getParameter("n"));
      try {
        sent.answer(request, length, () -> kept(length));
      } catch (RegistryException e) {
        ProblemWriter.write(Problem.of(e), response);
      }
    }

    private InputStream kept(int length) throws IOException {
      Path file = Files.createTempFile(directory, "kept", ".bin");
      Files.write(file, new byte[length]);
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }
  }

  /** Holds its thread until the test lets it go. */
  private final class Waits extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getParameter("now") == null) {
        waiting.add(Thread.currentThread());
        try {
          mayGoOn.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      response.getOutputStream().write("done".getBytes(StandardCharsets.US_ASCII));
    }
  }

  double heldBytes(String what) {
    return meters.get("grassland." + what + ".held").gauge().value();
  }

  double sending() {
    return meters.get("grassland.files.sending").gauge().value();
  }

  int waiting() {
    return waiting.size();
  }

  void letGo() {
    mayGoOn.countDown();
  }

  void setFreeBytes(long bytes) {
    freeBytes = bytes;
  }

  /** How many temporary files there are. */
  long files() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.count();
    }
  }

  /** A connection that takes what it is sent only when the test reads. */
  Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
    return socket;
  }

  Socket connectAndSend(String text) throws IOException {
    Socket socket = connect();
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  /** Sends a text that ends with the connection, and reads the whole answer. */
  String exchange(String text) throws IOException {
    try (Socket socket = connectAndSend(text)) {
      return answer(socket);
    }
  }

  /** Asks for an address, and reads the whole answer. */
  String get(String path, String... headers) throws IOException {
    StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: x\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return exchange(text + "Connection: close\r\n\r\n");
  }

  /** Requests that have begun to wait for something and are not finished: a stop waits for them. */
  long unfinished() {
    long unfinished = 0;
    for (Container context : ((TomcatWebServer) server).getTomcat().getHost().findChildren()) {
      unfinished += ((StandardContext) context).getInProgressAsyncCount();
    }
    return unfinished;
  }

  static String answer(Socket socket) throws IOException {
    socket.setSoTimeout((int) SILENCE.toMillis());
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    letGo();
    server.stop();
    server.destroy();
  }
}
