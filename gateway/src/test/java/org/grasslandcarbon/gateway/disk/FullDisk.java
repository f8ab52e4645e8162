// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A gateway whose data directory is on a small file system, which becomes full, quite full, and has
 * room again. Another gateway, with room enough, brings new blocks meanwhile. Ends with 0 when all
 * was as it should be.
 */
final class FullDisk implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Path disk;
  private final Path filler;
  private final RunningGateway other = RunningGateway.start();
  private final ConfigurableApplicationContext gateway;
  private final HttpClient http = HttpClient.newHttpClient();

  private FullDisk(Path disk) {
    this.disk = disk;
    this.filler = disk.resolve("filler");
    gateway =
        other.startAnother(
            disk.resolve("data"),
            "--server.port=0",
            "--grassland.disk.keep-free=20MB",
            "--grassland.disk.keep-free-of-database=10MB");
  }

  /** Runs with the small file system's directory as its argument. */
  public static void main(String[] arguments) throws Exception {
    try (FullDisk scenario = new FullDisk(Path.of(arguments[0]))) {
      scenario.play();
    }
    System.out.println("as it should be");
    System.exit(0);
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request, String path)
      throws IOException, InterruptedException {
    String port = gateway.getEnvironment().getProperty("local.server.port");
    return http.send(
        request.uri(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return exchange(HttpRequest.newBuilder(), path);
  }

  private HttpResponse<String> send(Person person) throws IOException, InterruptedException {
    AdmitParticipant admission =
        new AdmitParticipant(
            Optional.empty(),
            person.id(),
            List.of(person.jwk()),
            Name.of("主体", "Participant"),
            RunningGateway.BEIJING,
            List.of(Role.TRADER));
    byte[] jws = other.authority().sign(Person.newInstruction(), admission, Instant.now());
    return exchange(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/jose")
            .header("Prefer", "wait=30")
            .POST(HttpRequest.BodyPublishers.ofByteArray(jws)),
        "/api/v1/instructions");
  }

  private static void must(boolean condition, Object otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (!condition.call()) {
      must(Instant.now().isBefore(end), what);
      Thread.onSpinWait();
    }
  }

  /** Leaves so many bytes free. */
  private void fill(long free) throws IOException {
    byte[] chunk = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (Files.getFileStore(disk).getUsableSpace() > free) {
        out.write(chunk);
      }
    } catch (IOException full) {
      must(free == 0, full);
    }
  }

  private String healthStatus() throws Exception {
    return Codec.readTree(get("/actuator/health").body().getBytes(StandardCharsets.UTF_8))
        .path("status")
        .asString();
  }

  private boolean warns() throws Exception {
    JsonNode status = Codec.readTree(get("/api/v1/status").body().getBytes(StandardCharsets.UTF_8));
    return status.path("warnings").toString().contains("\"DISK_FULL\"");
  }

  private void isRefused() throws Exception {
    HttpResponse<String> refused = send(new Person());
    must(refused.statusCode() == 503 && refused.body().contains("DISK_FULL"), refused.body());
    must(refused.body().contains("\"retryable\":true"), refused.body());
    must(refused.headers().firstValue("Retry-After").isPresent(), "Retry-After");
  }

  private void isRead(Person known) throws Exception {
    for (String path :
        List.of("/api/v1/participants/" + known.id().value(), "/api/v1/participants?limit=5")) {
      HttpResponse<String> read = get(path);
      must(read.statusCode() == 200, path + ": " + read.body());
    }
  }

  private void play() throws Exception {
    Person known = new Person();
    await("the first instruction", () -> send(known).statusCode() == 200);
    must(healthStatus().equals("UP") && !warns(), "health with room");
    fill(15 << 20);
    await("health says so", () -> healthStatus().equals("DOWN") && warns());
    isRefused();
    isRead(known);
    must(get("/actuator/health/readiness").statusCode() == 200, "readers may come");

    await(
        "the database writes nothing by itself",
        () -> gateway.getBean(FileDatabase.class).isQuiet());
    fill(0);
    Person later = other.admit(RunningGateway.BEIJING, Role.TRADER);
    for (int i = 0; i < 20; i++) {
      isRefused();
      isRead(known);
    }

    Files.delete(filler);
    await("all goes on by itself", () -> send(new Person()).statusCode() == 200);
    await(
        "what others brought meanwhile is read",
        () -> get("/api/v1/participants/" + later.id().value()).statusCode() == 200);
    await("health says so", () -> healthStatus().equals("UP") && !warns());
    isRead(known);

    await(
        "the database writes by itself again",
        () -> !gateway.getBean(FileDatabase.class).isQuiet());

    // From one moment to the next and just after a block: the database closes, and opens again.
    fill(0);
    other.admit(RunningGateway.BEIJING, Role.TRADER);
    await("reads come back", () -> get("/api/v1/participants?limit=5").statusCode() == 200);
    await("the database is quiet again", () -> gateway.getBean(FileDatabase.class).isQuiet());
    await("health says so again", () -> healthStatus().equals("DOWN") && warns());
    for (int i = 0; i < 20; i++) {
      isRefused();
      isRead(known);
    }
    Files.delete(filler);
    await("all goes on by itself again", () -> send(new Person()).statusCode() == 200);
  }

  @Override
  public void close() {
    gateway.close();
    other.close();
  }
}
