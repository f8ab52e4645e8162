// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdScannerTest {
  private static final int LENGTH = 150_000;

  @TempDir Path folder;
  private ServerSocket clamd;
  private Path file;

  @BeforeEach
  void listen() throws IOException {
    clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    file = Files.write(folder.resolve("file"), new byte[LENGTH]);
  }

  @AfterEach
  void stop() throws IOException {
    clamd.close();
  }

  private ClamdScanner scanner(Duration within) {
    return new ClamdScanner("127.0.0.1:" + clamd.getLocalPort(), within);
  }

  /** Takes a file as clamd does, and answers; says how many bytes came. */
  private CompletableFuture<Integer> answering(String answer) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = clamd.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                .isEqualTo("zINSTREAM\0");
            int came = 0;
            for (int next = in.readInt(); next > 0; next = in.readInt()) {
              came += in.readNBytes(next).length;
            }
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            return came;
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void the_whole_file_is_sent_and_the_answer_believed() throws IOException {
    CompletableFuture<Integer> came = answering("stream: OK");
    assertThat(scanner(Duration.ofSeconds(20)).scan(file)).isEmpty();
    assertThat(came.join()).isEqualTo(LENGTH);
    answering("stream: Eicar-Test-Signature FOUND");
    assertThat(scanner(Duration.ofSeconds(20)).scan(file).orElseThrow()).contains("Eicar");
  }

  @Test
  void an_error_an_unknown_answer_or_none_is_a_failure() throws IOException {
    answering("INSTREAM size limit exceeded. ERROR");
    assertThatThrownBy(() -> scanner(Duration.ofSeconds(20)).scan(file))
        .isInstanceOf(IOException.class);
    answering("");
    assertThatThrownBy(() -> scanner(Duration.ofSeconds(20)).scan(file))
        .isInstanceOf(IOException.class);
    // Nobody accepts: the connection stands and no answer comes.
    assertThatThrownBy(() -> scanner(Duration.ofMillis(200)).scan(file))
        .isInstanceOf(IOException.class);
    clamd.close();
    assertThatThrownBy(() -> scanner(Duration.ofSeconds(20)).scan(file))
        .isInstanceOf(IOException.class);
  }
}
