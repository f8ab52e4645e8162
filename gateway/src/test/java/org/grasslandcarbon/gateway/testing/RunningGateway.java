// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.registry.FoundingDocument;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.GatewayApplication;
import org.grasslandcarbon.gateway.ledger.AlteredCopy;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A gateway on a free port of this machine, in front of an embedded peer that runs the registry's
 * real chaincode, founded by an authority and two offices. Everything goes over HTTP, as for a
 * client.
 */
public final class RunningGateway implements AutoCloseable {
  public static final RegionCode BEIJING = new RegionCode("110000");
  public static final RegionCode INNER_MONGOLIA = new RegionCode("150000");
  public static final RegionCode XILINHOT = new RegionCode("152502");

  private static final String ORGANISATION = "GrasslandMSP";
  private static final String CHAINCODE = "registry";

  private final Path directory;
  private final String organisation;
  private final GrasslandChaincode chaincode;
  private final Map<String, AlteredCopy> copies = new HashMap<>();
  private final EmbeddedPeer peer;
  private ConfigurableApplicationContext application;
  private final HttpClient http = HttpClient.newHttpClient();

  private final Person authority = new Person();
  private final Person innerMongolia = new Person();
  private final Person beijing = new Person();

  private RunningGateway(Path directory, List<String> organisations) {
    this.directory = directory;
    this.organisation = organisations.get(0);
    this.chaincode = new GrasslandChaincode(CHAINCODE, Clock.systemUTC(), Set.of(organisation));
    EmbeddedPeer.Builder builder =
        EmbeddedPeer.builder(directory.resolve("peer"))
            .organisations(organisations)
            .endorsementPolicy(organisations.size() / 2 + 1)
            .chaincode(CHAINCODE, "1.0", chaincode::connect);
    for (String each : organisations) {
      AlteredCopy copy = new AlteredCopy(chaincode);
      copies.put(each, copy);
      builder.chaincodeOf(each, CHAINCODE, copy::connect);
    }
    this.peer = builder.open();
    this.application = startApplication();
    application.getBean(LedgerClient.class).bootstrap(Codec.write(foundingDocument()));
    awaitFounding();
  }

  private void awaitFounding() {
    Instant end = Instant.now().plusSeconds(30);
    while (!json(get("/api/v1/status")).path("founded").asBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("the founding was not projected");
      }
      Thread.onSpinWait();
    }
  }

  /** One of its own, for a test whose ledger is none for others; to be closed. */
  public static RunningGateway start() {
    return startOf(List.of(ORGANISATION));
  }

  /** The same in front of a peer of several organisations, of which more than half endorse. */
  public static RunningGateway startOf(List<String> organisations) {
    try {
      return new RunningGateway(Files.createTempDirectory("gateway-test"), organisations);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfigurableApplicationContext startApplication(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--server.port=0");
    return startAnother(directory.resolve("data"), arguments.toArray(String[]::new));
  }

  /** Starts another gateway in front of the same peer. */
  public ConfigurableApplicationContext startAnother(Path data, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--grassland.data=" + data);
    return new SpringApplicationBuilder(GatewayApplication.class)
        .initializers(context -> connect((GenericApplicationContext) context))
        .run(arguments.toArray(String[]::new));
  }

  /** What a launcher with the peer in its own process does. */
  private void connect(GenericApplicationContext context) {
    EmbeddedIdentity identity = peer.enrol(organisation, "gateway");
    context.registerBean(
        ManagedChannel.class,
        peer::newInProcessChannel,
        definition -> definition.setDestroyMethodName("shutdownNow"));
    context.registerBean(
        LedgerIdentity.class,
        () -> new LedgerIdentity(identity.mspId(), identity.certificate(), identity.privateKey()));
  }

  private FoundingDocument foundingDocument() {
    LocalDate from = LocalDate.of(2020, 1, 1);
    return new FoundingDocument(
        List.of(
            founder(authority, RegionCode.NATION, Role.AUTHORITY, "国家主管部门", "Authority"),
            founder(innerMongolia, INNER_MONGOLIA, Role.OFFICE, "内蒙古办公室", "Inner Mongolia office"),
            founder(beijing, BEIJING, Role.OFFICE, "北京办公室", "Beijing office")),
        List.of(
            new Region(BEIJING, Name.of("北京市", "Beijing"), from, Optional.empty()),
            new Region(INNER_MONGOLIA, Name.of("内蒙古", "Inner Mongolia"), from, Optional.empty()),
            new Region(XILINHOT, Name.of("锡林浩特市", "Xilinhot"), from, Optional.empty())));
  }

  private static FoundingDocument.Founder founder(
      Person person, RegionCode region, Role role, String zh, String en) {
    return new FoundingDocument.Founder(
        person.id(), List.of(person.jwk()), Name.of(zh, en), region, role);
  }

  /** Starts the application anew, on the same data and ledger. */
  public void restart(String... arguments) {
    application.close();
    application = startApplication(arguments);
  }

  /** An organisation's copy of the chaincode. */
  public AlteredCopy copyOf(String organisation) {
    return copies.get(organisation);
  }

  /** The peer behind it. */
  public EmbeddedPeer peer() {
    return peer;
  }

  public Person authority() {
    return authority;
  }

  public Person innerMongolia() {
    return innerMongolia;
  }

  public Person beijing() {
    return beijing;
  }

  /** Admits somebody new. */
  public Person admit(RegionCode region, Role... roles) {
    Person person = new Person();
    HttpResponse<String> answer =
        send(
            authority,
            new AdmitParticipant(
                Optional.empty(),
                person.id(),
                List.of(person.jwk()),
                Name.of("主体 " + person.id(), "Participant " + person.id()),
                region,
                List.of(roles)));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return person;
  }

  /** Sees to it that the calendar of a year has been published; a test may not be the first. */
  public void publishCalendar(int year) {
    String address = "/api/v1/calendars/" + year;
    if (get(address).statusCode() != 200) {
      send(authority, new PublishCalendar(Sha256.of("calendar"), List.of(), List.of(), year));
    }
    if (get(address).statusCode() != 200) {
      throw new AssertionError("no calendar of " + year);
    }
  }

  /** A bean of the application. */
  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** Waits until what the ledger has can be read. */
  public void awaitReady() {
    bean(ProjectionProgress.class).whenCaughtUp().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** Where metrics and details of health are. */
  public HttpResponse<String> getManagement(String path) {
    String port = application.getEnvironment().getProperty("local.management.port");
    return exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
  }

  public int port() {
    return Integer.parseInt(application.getEnvironment().getProperty("local.server.port"));
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Sends an action and waits until it is final. */
  public HttpResponse<String> send(Person person, Action action) {
    return send(person.sign(Person.newInstruction(), action, Instant.now()), "wait=30");
  }

  /** Sends an action under an id and waits until it is final. */
  public HttpResponse<String> send(Person person, InstructionId id, Action action) {
    return send(person.sign(id, action, Instant.now()), "wait=30");
  }

  /** Sends any text as an instruction. */
  public HttpResponse<String> send(byte[] jws, String prefer) {
    return exchange(
        HttpRequest.newBuilder(uri("/api/v1/instructions"))
            .header("Content-Type", "application/jose")
            .header("Prefer", prefer)
            .POST(HttpRequest.BodyPublishers.ofByteArray(jws)));
  }

  /** Reads an address without a token. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return exchange(request);
  }

  /** Reads a file. */
  public HttpResponse<byte[]> getFile(String path, String type) {
    return getFile(HttpRequest.newBuilder(uri(path)).header("Accept", type));
  }

  /** Reads a file with a new token of somebody. */
  public HttpResponse<byte[]> getFileAs(Person person, String path, String type) {
    return getFile(
        HttpRequest.newBuilder(uri(path))
            .headers("Accept", type, "Authorization", "Bearer " + person.token()));
  }

  private HttpResponse<byte[]> getFile(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads an address with a new token of somebody. */
  public HttpResponse<String> getAs(Person person, String path) {
    return get(path, "Authorization", "Bearer " + person.token());
  }

  public HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The status of an answer, of which nothing more is read: it may have no end. */
  public int status(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request and does not wait for its answer. */
  public CompletableFuture<HttpResponse<String>> exchangeLater(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** An answer's JSON. */
  public static JsonNode json(HttpResponse<String> answer) {
    return Codec.readTree(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    application.close();
    peer.close();
    chaincode.close();
    try {
      Files.walkFileTree(directory, new Deleting());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
        throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
