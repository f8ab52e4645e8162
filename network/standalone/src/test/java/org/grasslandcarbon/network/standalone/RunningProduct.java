// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.GatewayApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The whole product in this JVM, with the example registry, on a port of its own. */
public final class RunningProduct implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final Path data;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningProduct(ConfigurableApplicationContext context, Path data) {
    this.context = context;
    this.data = data;
  }

  public static RunningProduct start() {
    try {
      Path data = Files.createTempDirectory("browser-tests");
      return new RunningProduct(
          new SpringApplicationBuilder(GatewayApplication.class)
              .initializers(new EmbeddedLedgerInitializer())
              .run("--server.port=0", "--management.server.port=0", "--grassland.data=" + data),
          data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Browsers take this host for one that may sign, as they do every address of the machine. */
  public String origin() {
    return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** What {@code trust.json} of the data directory says. */
  public Path trustFile() {
    return data.resolve("trust.json");
  }

  /** The answer to a request, which must succeed. */
  public byte[] file(String path, String type) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(origin() + path)).header("Accept", type).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String path, String type) {
    return new String(file(path, type), StandardCharsets.UTF_8);
  }

  /** What is answered below the API's root. */
  public JsonNode json(String path) {
    return Codec.read(text("/api/v1/" + path, "application/json"), JsonNode.class);
  }

  @Override
  public void close() throws IOException {
    context.close();
    FileSystemUtils.deleteRecursively(data);
  }
}
