// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** clamd, to which a file is sent by its command INSTREAM, so that it may run elsewhere. */
final class ClamdScanner implements Scanner {
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

  private static final int CHUNK = 64 * 1024;

  /** An answer is a line; more is no clamd's. */
  private static final int ANSWER_MOST = 4 * 1024;

  private static final String CLEAN = "stream: OK";
  private static final String FOUND = " FOUND";

  private final String host;
  private final int port;
  private final Duration within;

  /**
   * @param address host:port
   */
  ClamdScanner(String address, Duration within) {
    int colon = address.lastIndexOf(':');
    this.host = address.substring(0, colon);
    this.port = Integer.parseInt(address.substring(colon + 1));
    this.within = within;
  }

  @Override
  public Optional<String> scan(Path file) throws IOException {
    int millis = Math.toIntExact(within.toMillis());
    try (Socket socket = new Socket()) {
      // A time limit on each read would let a scanner that dribbles keep a file for ever.
      CompletableFuture<Void> end =
          CompletableFuture.runAsync(
              () -> close(socket),
              CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
      try {
        socket.connect(new InetSocketAddress(host, port), millis);
        socket.setSoTimeout(millis);
        send(file, socket);
        String answer = answer(socket.getInputStream());
        if (answer.equals(CLEAN)) {
          return Optional.empty();
        }
        if (answer.endsWith(FOUND)) {
          return Optional.of(answer);
        }
        throw new IOException("clamd answered " + answer);
      } finally {
        end.cancel(false);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      // Then nobody waits for it.
    }
  }

  private static void send(Path file, Socket socket) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.write(COMMAND);
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        out.writeInt(read);
        out.write(chunk, 0, read);
      }
    }
    out.writeInt(0);
    out.flush();
  }

  private static String answer(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(ANSWER_MOST);
    return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
  }
}
