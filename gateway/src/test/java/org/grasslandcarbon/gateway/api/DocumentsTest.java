// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.Stage;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Shifted;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.documents.Documents;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.views.document.DocumentKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The files of a project's and of a report's documents, at a gateway of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {
  private static final String LIMITS = "--grassland.documents.size-most=1MB";

  private static final byte[] DESIGN = pdf("design");
  private static final byte[] TENURE = pdf("tenure");
  private static final byte[] OTHER_TENURE = pdf("another tenure");
  private static final byte[] SCRIPT = "#!/bin/sh\necho harm".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LARGE = pdf("x".repeat(2 << 20));
  private static final byte[] HARMFUL = pdf("HARM");
  private static final byte[] UNREADABLE = pdf("FAIL");
  private static final byte[] REPORT = pdf("report");
  private static final byte[] LAB = csv("lab");
  private static final byte[] PHOTO = csv("no photograph");
  private static final byte[] TWICE = csv("sent twice at once");
  private static final byte[] OPEN_LATER = csv("not declared");

  private final RunningGateway gateway = RunningGateway.start();
  private final GatewayStage stage = new GatewayStage(gateway);
  private final Person stranger = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
  private final Person auditor = gateway.admit(RunningGateway.BEIJING, Role.AUDITOR);
  private final String project;
  private final String report;

  DocumentsTest() {
    gateway.restart(LIMITS);
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, Land.ofExample(), 2023, 1);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    ProposeProject proposal = setting.proposal(stage.id(Part.VALIDATOR));
    proposal = Edited.with(proposal, "/design/designDocument", quoted(DESIGN));
    proposal =
        Edited.with(
            proposal,
            "/design/tenureDocuments",
            list(TENURE, OTHER_TENURE, SCRIPT, LARGE, HARMFUL, UNREADABLE, TWICE));
    InstructionId proposed = new ProjectChapter(stage, proposal).play();
    project = "PROJECT:" + proposed;
    report = "REPORT:" + new ReportChapter(new WithDocuments(stage), setting, proposed).submit();
  }

  /** Has reports come with the files of this test. */
  private record WithDocuments(GatewayStage stage) implements Stage {
    @Override
    public ParticipantId id(Part part) {
      return stage.id(part);
    }

    @Override
    public Jwk key(Part part) {
      return stage.key(part);
    }

    private static Action with(Action action) {
      return action instanceof SubmitMonitoringReport submission
          ? Edited.with(submission, "/documents", list(REPORT, LAB, PHOTO, OPEN_LATER))
          : action;
    }

    @Override
    public Played does(Part part, String zh, String en, Action action) {
      return stage.does(part, zh, en, with(action));
    }

    @Override
    public Optional<Played> tries(Part part, String zh, String en, Action action, ErrorCode code) {
      return stage.tries(part, zh, en, with(action), code);
    }
  }

  @AfterAll
  void close() {
    gateway.close();
  }

  private static byte[] pdf(String text) {
    return ("%PDF-1.7\n" + text + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] csv(String text) {
    return ("plot,value\n" + text + ",1\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String quoted(byte[] file) {
    return "\"" + Sha256.of(file) + "\"";
  }

  private static String list(byte[]... files) {
    return Stream.of(files).map(DocumentsTest::quoted).toList().toString();
  }

  private Person owner() {
    return stage.person(Part.OWNER);
  }

  private static String address(byte[] file) {
    return "/api/v1/documents/" + Sha256.of(file);
  }

  private HttpRequest.Builder putting(Person person, String address, byte[] body) {
    return HttpRequest.newBuilder(gateway.uri(address))
        .header("Authorization", "Bearer " + person.token())
        .PUT(BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<String> put(Person person, byte[] file, String query) {
    return gateway.exchange(putting(person, address(file) + query, file));
  }

  private static void assertCode(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo(code);
  }

  private void assertStored(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private Path directory() {
    return Path.of(gateway.bean(Environment.class).getProperty("grassland.data"))
        .resolve("documents");
  }

  private Path onDisk(byte[] file) {
    String name = Sha256.of(file).value();
    return directory().resolve(name.substring(0, 2)).resolve(name);
  }

  private List<Path> incoming() throws IOException {
    try (Stream<Path> files = Files.list(directory().resolve("incoming"))) {
      return files.toList();
    }
  }

  @Test
  void a_design_is_for_everybody_and_comes_as_a_file_that_runs_nowhere() throws IOException {
    assertStored(put(owner(), DESIGN, "?kind=DESIGN"));
    HttpResponse<byte[]> answer = gateway.getFile(address(DESIGN), "*/*");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(DESIGN);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "sandbox");
    assertThat(Files.getPosixFilePermissions(onDisk(DESIGN)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    HttpRequest.Builder head =
        HttpRequest.newBuilder(gateway.uri(address(DESIGN)))
            .method("HEAD", BodyPublishers.noBody());
    assertThat(gateway.exchange(head).headers().firstValue("Content-Length"))
        .contains(String.valueOf(DESIGN.length));
  }

  @Test
  void a_file_that_is_said_to_be_a_form_is_a_file() {
    HttpRequest.Builder form =
        putting(owner(), address(DESIGN), DESIGN)
            .header("Content-Type", "application/x-www-form-urlencoded");
    assertStored(gateway.exchange(form));
  }

  @Test
  void tenure_is_for_those_whom_the_project_concerns() {
    assertStored(put(owner(), TENURE, ""));
    for (Person person :
        List.of(
            owner(),
            stage.person(Part.VALIDATOR),
            gateway.innerMongolia(),
            gateway.authority(),
            auditor)) {
      assertThat(gateway.getAs(person, address(TENURE)).statusCode()).isEqualTo(200);
    }
    byte[] nothing = pdf("named nowhere");
    for (Person person : List.of(stranger, gateway.beijing(), stage.person(Part.VERIFIER))) {
      HttpResponse<String> hidden = gateway.getAs(person, address(TENURE));
      assertCode(hidden, 404, "NOT_FOUND");
      assertThat(hidden.body()).isEqualTo(gateway.getAs(person, address(nothing)).body());
    }
    assertThat(gateway.get(address(TENURE)).body()).isEqualTo(gateway.get(address(nothing)).body());
    // That the project names it is public, and so is that the file is kept.
    JsonNode item =
        RunningGateway.json(gateway.get("/api/v1/documents?hash=" + Sha256.of(TENURE)))
            .at("/items/0");
    assertThat(item.at("/records/0/record").asString()).isEqualTo(project);
    assertThat(item.at("/held/public").asBoolean(true)).isFalse();
  }

  @Test
  void who_names_anothers_document_may_not_read_it() {
    assertStored(put(owner(), OTHER_TENURE, ""));
    Person rival = gateway.admit(RunningGateway.XILINHOT, Role.OWNER);
    Setting setting =
        Setting.forPractice(
            RunningGateway.XILINHOT,
            new Land(
                Shifted.east(Land.ofExample().boundary(), 3), Land.ofExample().strataHectares()),
            2023,
            1);
    ProposeProject copying =
        Edited.with(
            setting.proposal(stage.id(Part.VALIDATOR)),
            "/design/designDocument",
            quoted(OTHER_TENURE));
    HttpResponse<String> proposed = gateway.send(rival, copying);
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(200);
    assertCode(gateway.getAs(rival, address(OTHER_TENURE)), 404, "NOT_FOUND");
    assertCode(gateway.get(address(OTHER_TENURE)), 401, "TOKEN_MISSING");
    assertThat(gateway.getAs(owner(), address(OTHER_TENURE)).statusCode()).isEqualTo(200);
    // Its owner lets somebody read it, and nobody else does.
    Person certifier = stage.person(Part.VERIFIER);
    String readers = "?readers=" + certifier.id();
    assertCode(put(gateway.innerMongolia(), OTHER_TENURE, readers), 403, "FORBIDDEN");
    assertCode(gateway.getAs(certifier, address(OTHER_TENURE)), 404, "NOT_FOUND");
    assertStored(put(owner(), OTHER_TENURE, readers));
    assertThat(gateway.getAs(certifier, address(OTHER_TENURE)).statusCode()).isEqualTo(200);
  }

  @Test
  void the_owner_says_what_of_a_report_is_public_and_undeclared_is_private() {
    assertCode(
        put(stage.person(Part.VALIDATOR), REPORT, "?kind=REPORT"), 409, "DOCUMENT_NOT_NAMED");
    assertCode(put(gateway.innerMongolia(), REPORT, "?kind=REPORT"), 403, "FORBIDDEN");
    assertStored(put(owner(), REPORT, "?kind=REPORT"));
    assertThat(gateway.get(address(REPORT)).statusCode()).isEqualTo(200);
    // Others who send it and do not say what it is, and its owner itself, hide it no more.
    assertStored(put(gateway.innerMongolia(), REPORT, ""));
    assertStored(put(owner(), REPORT, "?kind=OTHER"));
    assertThat(gateway.get(address(REPORT)).statusCode()).isEqualTo(200);
    assertStored(put(owner(), OPEN_LATER, ""));
    assertCode(gateway.get(address(OPEN_LATER)), 401, "TOKEN_MISSING");
    assertCode(put(owner(), OPEN_LATER, "?kind=TENURE"), 400, "BAD_REQUEST");
  }

  @Test
  void a_certifier_whom_the_owner_names_reads_a_laboratory_sheet_before_it_has_verified() {
    Person certifier = stage.person(Part.VERIFIER);
    assertStored(put(owner(), LAB, "?kind=LAB"));
    assertCode(gateway.getAs(certifier, address(LAB)), 404, "NOT_FOUND");
    assertStored(put(owner(), LAB, "?kind=LAB&readers=" + certifier.id()));
    assertThat(gateway.getAs(certifier, address(LAB)).statusCode()).isEqualTo(200);
    // The office that sends it as well does not take its readers away.
    assertStored(put(gateway.innerMongolia(), LAB, ""));
    assertThat(gateway.getAs(certifier, address(LAB)).statusCode()).isEqualTo(200);
    assertCode(gateway.getAs(stranger, address(LAB)), 404, "NOT_FOUND");
  }

  @Test
  void what_is_sent_without_a_token_by_a_stranger_or_of_no_record_is_not_taken() {
    HttpRequest.Builder anonymous =
        HttpRequest.newBuilder(gateway.uri(address(DESIGN)))
            .PUT(BodyPublishers.ofByteArray(DESIGN));
    assertCode(gateway.exchange(anonymous), 401, "TOKEN_MISSING");
    assertCode(put(stranger, DESIGN, ""), 409, "DOCUMENT_NOT_NAMED");
    assertCode(put(owner(), pdf("named by nobody"), ""), 409, "DOCUMENT_NOT_NAMED");
  }

  @Test
  void bytes_of_another_digest_are_refused_and_leave_nothing() throws IOException {
    assertCode(
        gateway.exchange(putting(owner(), address(SCRIPT), csv("something else"))),
        422,
        "DOCUMENT_DIFFERS");
    assertThat(onDisk(SCRIPT)).doesNotExist();
    assertThat(incoming()).isEmpty();
  }

  @Test
  void a_file_of_no_type_that_is_kept_is_refused_whatever_it_is_said_to_be() throws IOException {
    HttpRequest.Builder request =
        putting(owner(), address(SCRIPT), SCRIPT).header("Content-Type", "application/pdf");
    assertCode(gateway.exchange(request), 415, "DOCUMENT_TYPE_REFUSED");
    assertThat(onDisk(SCRIPT)).doesNotExist();
    assertThat(incoming()).isEmpty();
  }

  @Test
  void a_file_that_is_too_large_is_refused_also_when_it_does_not_say_so() throws IOException {
    assertCode(put(owner(), LARGE, ""), 413, "TOO_LARGE");
    HttpRequest.Builder chunked =
        HttpRequest.newBuilder(gateway.uri(address(LARGE)))
            .header("Authorization", "Bearer " + owner().token())
            .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE)));
    assertCode(gateway.exchange(chunked), 413, "TOO_LARGE");
    assertThat(onDisk(LARGE)).doesNotExist();
    assertThat(incoming()).isEmpty();
  }

  @Test
  void a_name_that_leads_elsewhere_is_no_name() {
    for (String name :
        List.of("..%2F..%2Fprojection.mv.db", "%2e%2e", "ABCD", "0".repeat(63), "0".repeat(65))) {
      HttpResponse<String> answer = gateway.getAs(owner(), "/api/v1/documents/" + name);
      assertThat(answer.statusCode()).as(name).isIn(400, 404);
      assertThat(
              gateway.exchange(putting(owner(), "/api/v1/documents/" + name, TENURE)).statusCode())
          .as(name)
          .isIn(400, 404, 405);
    }
    String record = "/api/v1/documents?record=PROJECT:..%2F..%2Fx";
    assertCode(gateway.get(record), 404, "NOT_FOUND");
  }

  @Test
  void the_same_file_sent_twice_at_once_is_kept_once() {
    List<CompletableFuture<HttpResponse<String>>> sent =
        Stream.generate(() -> gateway.exchangeLater(putting(owner(), address(TWICE), TWICE)))
            .limit(4)
            .toList();
    List<Integer> statuses = sent.stream().map(each -> each.join().statusCode()).toList();
    assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    JsonNode item =
        RunningGateway.json(gateway.getAs(owner(), "/api/v1/documents?hash=" + Sha256.of(TWICE)));
    assertThat(item.at("/items/0/held/for")).hasSize(1);
  }

  @Test
  void a_byte_that_changed_on_the_disk_is_found_on_reading_and_mended_by_the_file()
      throws IOException {
    byte[] photo = PHOTO;
    assertStored(put(owner(), photo, "?kind=PHOTO"));
    byte[] altered = photo.clone();
    altered[altered.length - 3] ^= 1;
    Files.write(onDisk(photo), altered);
    HttpResponse<String> answer = gateway.getAs(owner(), address(photo));
    assertCode(answer, 500, "DOCUMENT_DAMAGED");
    assertThat(answer.body()).contains(Sha256.of(photo).value());
    assertThat(RunningGateway.json(gateway.getManagement("/actuator/health")).toString())
        .contains("damaged", Sha256.of(photo).value());
    assertStored(put(owner(), photo, "?kind=PHOTO"));
    assertThat(gateway.getAs(owner(), address(photo)).statusCode()).isEqualTo(200);
    Files.delete(onDisk(photo));
    assertCode(gateway.getAs(owner(), address(photo)), 500, "DOCUMENT_DAMAGED");
    assertStored(put(owner(), photo, "?kind=PHOTO"));
  }

  @Test
  void a_restart_knows_what_was_kept_and_removes_what_was_not_finished() throws IOException {
    assertStored(put(owner(), DESIGN, ""));
    Path half = Files.writeString(directory().resolve("incoming").resolve("half.part"), "%PDF");
    Path lonely = directory().resolve("00").resolve("0".repeat(64) + ".json");
    Files.createDirectories(lonely.getParent());
    Files.writeString(lonely, "{}");
    gateway.restart(LIMITS);
    gateway.awaitReady();
    assertThat(half).doesNotExist();
    assertThat(lonely).doesNotExist();
    assertThat(gateway.getFile(address(DESIGN), "*/*").body()).isEqualTo(DESIGN);
  }

  @Test
  void a_file_that_the_scanner_refuses_or_does_not_judge_is_not_kept() throws IOException {
    Path scanner = Files.createTempFile("scanner", ".sh");
    Files.writeString(
        scanner, "grep -q HARM \"$1\" && exit 1\ngrep -q FAIL \"$1\" && exit 2\nexit 0\n");
    gateway.restart(LIMITS, "--grassland.documents.scan-command=/bin/sh," + scanner);
    try {
      gateway.awaitReady();
      assertCode(put(owner(), HARMFUL, ""), 422, "DOCUMENT_SUSPICIOUS");
      assertCode(put(owner(), UNREADABLE, ""), 503, "SCANNER_AWAY");
      assertThat(onDisk(HARMFUL)).doesNotExist();
      assertThat(onDisk(UNREADABLE)).doesNotExist();
      assertThat(incoming()).isEmpty();
      assertStored(put(owner(), DESIGN, ""));
      Files.delete(scanner);
      assertCode(put(owner(), DESIGN, ""), 503, "SCANNER_AWAY");
    } finally {
      Files.deleteIfExists(scanner);
      gateway.restart(LIMITS);
      gateway.awaitReady();
    }
  }

  @Test
  void another_gateway_fetches_what_is_public_and_nothing_else() throws IOException {
    assertStored(put(owner(), DESIGN, ""));
    assertStored(put(owner(), TENURE, ""));
    HttpServer liar =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    liar.createContext(
        "/",
        exchange -> {
          byte[] lie = pdf("a lie");
          exchange.sendResponseHeaders(200, lie.length);
          exchange.getResponseBody().write(lie);
          exchange.close();
        });
    liar.start();
    Path data = Files.createTempDirectory("other-gateway");
    String lying = "http://127.0.0.1:" + liar.getAddress().getPort();
    try (ConfigurableApplicationContext other =
        gateway.startAnother(
            data,
            "--server.port=0",
            "--grassland.documents.other-gateways=" + lying + "," + gateway.uri("/"))) {
      other.getBean(ProjectionProgress.class).whenCaughtUp().join();
      String port = other.getEnvironment().getProperty("local.server.port");
      String at = "http://127.0.0.1:" + port;
      HttpResponse<String> unfetched = asked(at + address(DESIGN) + "?here=true");
      assertCode(unfetched, 404, "DOCUMENT_NOT_HELD");
      // Whoever keeps a copy for something private of its own hides nothing that is public.
      other
          .getBean(Documents.class)
          .put(
              Sha256.of(DESIGN),
              new ByteArrayInputStream(DESIGN),
              new Documents.Place(DocumentKind.EVIDENCE, "/document", "STOCKING:none:2024"),
              stranger.id(),
              List.of());
      HttpResponse<String> fetched = asked(at + address(DESIGN));
      assertThat(fetched.statusCode()).as(fetched.body()).isEqualTo(200);
      assertThat(fetched.body().getBytes(StandardCharsets.US_ASCII)).isEqualTo(DESIGN);
      assertThat(asked(at + address(DESIGN) + "?here=true").statusCode()).isEqualTo(200);
      assertCode(asked(at + address(TENURE)), 401, "TOKEN_MISSING");
      JsonNode told = RunningGateway.json(asked(at + "/api/v1/documents?record=" + project));
      JsonNode tenure =
          told.path("items")
              .valueStream()
              .filter(item -> item.path("sha256").asString().equals(Sha256.of(TENURE).value()))
              .findFirst()
              .orElseThrow();
      assertThat(tenure.has("held")).isFalse();
      assertThat(tenure.at("/elsewhere/0").has("holds")).isFalse();
      assertThat(tenure.at("/elsewhere/1/holds").asBoolean()).isTrue();
    } finally {
      liar.stop(0);
    }
  }

  private HttpResponse<String> asked(String address) {
    return gateway.exchange(HttpRequest.newBuilder(URI.create(address)));
  }

  /** Every page of what is kept, as somebody sees it. */
  private List<JsonNode> pages(Optional<Person> person, int limit) {
    List<JsonNode> pages = new ArrayList<>();
    String begin = "/api/v1/documents?limit=" + limit;
    String next = begin;
    while (!next.isEmpty()) {
      String address = next;
      JsonNode page =
          RunningGateway.json(
              person
                  .map(each -> gateway.getAs(each, address))
                  .orElseGet(() -> gateway.get(address)));
      pages.add(page);
      String cursor = page.path("next").asString("");
      next = cursor.isEmpty() ? "" : begin + "&cursor=" + cursor;
    }
    return pages;
  }

  private static List<String> hashes(List<JsonNode> pages) {
    return pages.stream()
        .flatMap(page -> page.path("items").valueStream())
        .map(item -> item.path("sha256").asString())
        .toList();
  }

  @Test
  void what_is_kept_is_listed_page_by_page_for_those_who_may_read_it() {
    assertStored(put(owner(), DESIGN, ""));
    assertStored(put(owner(), TENURE, ""));
    String open = Sha256.of(DESIGN).value();
    String closed = Sha256.of(TENURE).value();
    assertThat(hashes(pages(Optional.empty(), 1))).contains(open).doesNotContain(closed);
    assertThat(hashes(pages(Optional.of(stranger), 2))).contains(open).doesNotContain(closed);
    assertThat(hashes(pages(Optional.of(owner()), 1)))
        .contains(open, closed)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(RunningGateway.json(gateway.get("/api/v1/documents?record=" + report)).path("items"))
        .hasSize(4);
  }

  @Test
  void a_cursor_tells_no_file_that_one_may_not_know_of_and_is_nobody_s_to_make_or_to_give_on() {
    assertStored(put(owner(), DESIGN, ""));
    assertStored(put(owner(), TENURE, ""));
    String list = "/api/v1/documents?limit=1&cursor=";
    List<String> kept = hashes(pages(Optional.of(owner()), 1));
    for (String hash : kept) {
      assertCode(gateway.get(list + hash), 400, "BAD_REQUEST");
    }
    List<String> cursors =
        pages(Optional.of(stranger), 1).stream()
            .map(page -> page.path("next").asString(""))
            .filter(next -> !next.isEmpty())
            .toList();
    assertThat(cursors).isNotEmpty().doesNotContainAnyElementsOf(kept);
    String cursor = cursors.get(0);
    assertThat(gateway.getAs(stranger, list + cursor).statusCode()).isEqualTo(200);
    assertCode(gateway.get(list + cursor), 400, "BAD_REQUEST");
    assertCode(gateway.getAs(owner(), list + cursor), 400, "BAD_REQUEST");
    assertCode(gateway.getAs(stranger, list + cursor.substring(1)), 400, "BAD_REQUEST");
  }

  @Test
  void a_page_of_the_list_ends_when_it_was_much_work() throws IOException {
    assertStored(put(owner(), DESIGN, ""));
    int many = 320;
    for (int i = 0; i < many; i++) {
      byte[] file = csv("of a record of its own " + i);
      gateway
          .bean(Documents.class)
          .put(
              Sha256.of(file),
              new ByteArrayInputStream(file),
              new Documents.Place(DocumentKind.EVIDENCE, "/document", "STOCKING:none:" + i),
              stranger.id(),
              List.of());
    }
    // To know that the auditor may not read them each record is looked for.
    List<JsonNode> pages = pages(Optional.of(auditor), 200);
    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.get(0).path("items").size()).isLessThan(200);
    assertThat(hashes(pages)).contains(Sha256.of(DESIGN).value());
    // What everybody may read is known without.
    assertThat(pages(Optional.empty(), 200)).hasSize(1);
  }

  @Test
  void nothing_of_a_file_is_read_before_its_token_is_verified() throws IOException {
    URI address = gateway.uri(address(DESIGN));
    for (String authorization :
        List.of(
            "",
            // As curl does, whatever the file is.
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "Authorization: Bearer x\r\n",
            "Authorization: Basic eDp4\r\n")) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        socket
            .getOutputStream()
            .write(
                ("PUT "
                        + address.getPath()
                        + " HTTP/1.1\r\nHost: x\r\n"
                        + authorization
                        + "Content-Length: 1000000\r\n\r\n"
                        + "1".repeat(100_000))
                    .getBytes(StandardCharsets.US_ASCII));
        // What is asked afterwards is answered while the rest is still to come.
        gateway.get("/api/v1/status");
        assertThat(uploads()).isEmpty();
        socket.getOutputStream().write("1".repeat(900_000).getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 401 ")
            .contains("TOKEN_");
      }
    }
  }

  private List<Path> uploads() throws IOException {
    try (Stream<Path> files = Files.walk(directory().getParent())) {
      return files.filter(file -> file.getFileName().toString().endsWith(".part")).toList();
    }
  }

  @Test
  void a_file_is_taken_from_whoever_may_send_it_and_refused_before_it_comes() throws IOException {
    HttpResponse<String> refused = put(stranger, LARGE, "");
    assertCode(refused, 409, "DOCUMENT_NOT_NAMED");
    assertThat(uploads()).isEmpty();
    gateway.restart("--grassland.documents.participant-per-day=2");
    gateway.awaitReady();
    try {
      Person sender = auditor;
      assertStored(put(sender, DESIGN, ""));
      assertStored(put(sender, TENURE, ""));
      assertCode(put(sender, TENURE, ""), 429, "DOCUMENT_QUOTA");
      // However the address is written.
      HttpRequest.Builder odd =
          putting(sender, address(TENURE).replace("documents", "document%73"), TENURE);
      assertThat(gateway.exchange(odd).statusCode()).isIn(400, 404, 429);
    } finally {
      gateway.restart(LIMITS);
      gateway.awaitReady();
    }
  }
}
