// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.cli.CommandLineRun;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.cli.ExitCode;
import org.grasslandcarbon.cli.ScriptedGateway;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.SubmitBoundary;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.land.Gcj02;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LandCommandsTest {
  private static final String SQUARE =
      "[[116.1,43.9],[116.2,43.9],[116.2,44],[116.1,44],[116.1,43.9]]";
  private static final String KML =
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>东滩</name><Polygon>"
          + "<outerBoundaryIs><LinearRing><coordinates>116.1,43.9 116.2,43.9 116.2,44 116.1,44"
          + " 116.1,43.9</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>";
  private static final String NEIGHBOUR = "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02";

  private static final String OTHER_STATE =
      "{\"boundary\":\""
          + "0".repeat(64)
          + "\",\"boundaryParts\":[\""
          + NEIGHBOUR
          + "\"],\"participant\":\"91110000600037341L\"}";

  @TempDir Path folder;

  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_GATEWAY", gateway.address())
            .with("GRASSLAND_OUTBOX", "outbox")
            .with("GRASSLAND_KEY", "owner.json");
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "owner",
            SigningKey.generate(new SecureRandom()),
            false)
        .write(folder.resolve("owner.json"));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String feature(String name, String ring) {
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\""
        + name
        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
        + ring
        + "]}}";
  }

  /** A gateway that knows one project, whose land is a ring. */
  private void knows(String ring) {
    gateway
        .at(
            "/land",
            "{\"more\":false,\"projects\":[{\"boxes\":[[116,43,117,45]],\"project\":\""
                + NEIGHBOUR
                + "\"}]}")
        .at(
            "/projects/" + NEIGHBOUR + "/boundary",
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
                + ring
                + "]},\"properties\":{\"number\":\"GCS-152502-2024-0001\"}}")
        .at("/registry-rules", "{\"items\":[],\"total\":0}");
  }

  @Test
  void a_file_is_told_with_its_area_and_what_was_changed_without_any_gateway() throws IOException {
    write(
        "land.json",
        feature("东滩", SQUARE.replace("116.1,", "116.100000049,").replace("43.9]", "43.9,7]")));

    Result result = run.run("land", "check", "land.json", "--offline", "--lang", "en");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .startsWith("GeoJSON\n· WGS 84 in degrees (EPSG:4326)\n")
        .contains("were rounded to 1e-7 degree", "the height of 3 positions was left out")
        .contains("polygons: 1, rings: 1, positions: 5", "area 8")
        .contains("cannot be seen in a file alone")
        .contains("It was not compared with the ledger.");
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void the_area_is_that_of_the_ledger() throws IOException {
    write("land.kml", KML);
    Boundary boundary =
        Codec.read("{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "]}", Boundary.class);

    Result result = run.run("land", "check", "land.kml", "--offline", "--json");

    JsonNode told = Codec.read(result.out(), JsonNode.class);
    assertThat(told.path("areaHectares").asString()).isEqualTo(boundary.areaHectares().toString());
    assertThat(told.path("format").asString()).isEqualTo("KML");
    assertThat(told.path("instructions").asInt()).isEqualTo(1);
    assertThat(told.path("gcj02").has("suspected")).isFalse();
  }

  @Test
  void each_fault_is_told_with_its_place_and_marked_on_the_picture() throws IOException {
    write(
        "land.json",
        feature("东滩", "[[116.3,43.9],[116.4,44],[116.4,43.9],[116.3,44],[116.3,43.9]]"));

    Result people = run.run("land", "check", "land.json", "--svg", "land.svg");
    Result programs = run.run("land", "check", "land.json", "--json");

    assertThat(people.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(people.err())
        .contains("BAD_BOUNDARY", "第 1 个要素《东滩》", "feature 1 \"东滩\", polygon 1, ring 1, position 1")
        .contains("mend it there in a GIS program", "LAND_REFUSED");
    assertThat(Files.readString(folder.resolve("land.svg"))).contains("<circle");
    assertThat(programs.exitCode()).isEqualTo(ExitCode.USAGE);
    JsonNode document = Codec.read(programs.err(), JsonNode.class);
    assertThat(document.at("/problems/0/places/0/name").asString()).isEqualTo("东滩");
    assertThat(document.at("/problems/0/at").size()).isEqualTo(4);
    assertThat(programs.out()).isEmpty();
  }

  @Test
  void what_cannot_be_read_says_where_and_what_to_do() throws IOException {
    write(
        "metres.json", feature("a", "[[39450000,4870000],[39460000,4870000],[39450000,4880000]]"));
    write("land.gpkg", "SQLite format 3\0 and more");

    Result metres = run.run("land", "check", "metres.json", "--offline");
    Result geopackage = run.run("land", "check", "land.gpkg", "--offline");
    Result missing = run.run("land", "check", "none.json");

    assertThat(metres.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(metres.err()).contains("NOT_DEGREES", "position 1", "--crs EPSG:4527");
    assertThat(geopackage.err()).contains("GEOPACKAGE", "export the layer as GeoJSON");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(run.run("errors", "NOT_DEGREES").out()).contains("These are not degrees");
  }

  @Test
  void the_system_can_be_named() throws IOException {
    write(
        "metres.json",
        feature(
            "a", "[[39450000,4870000],[39460000,4870000],[39450000,4880000],[39450000,4870000]]"));

    Result result = run.run("land", "check", "metres.json", "--crs", "EPSG:4527", "--offline");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("CGCS2000 Gauss-Krueger, 3 degrees", "CGCS2000 is taken as");
  }

  @Test
  void land_of_another_project_is_told_with_its_hectares_and_would_be_refused() throws IOException {
    write("land.json", feature("a", SQUARE));
    knows("[[116.15,43.9],[116.3,43.9],[116.3,44],[116.15,44],[116.15,43.9]]");

    Result result = run.run("land", "check", "land.json", "--svg", "land.svg", "--lang", "en");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.out()).containsPattern("GCS-152502-2024-0001 +44[0-9.]+ +would be refused");
    assertThat(result.err()).contains("LAND_ALREADY_CLAIMED", "GCS-152502-2024-0001");
    assertThat(Files.readString(folder.resolve("land.svg"))).contains("GCS-152502-2024-0001");
    assertThat(gateway.asked().get(0).line())
        .contains("/land?", "box=116.09%2C43.89%2C116.21%2C44.01");
  }

  @Test
  void a_sliver_along_a_fence_is_tolerated_and_said_to_be_taken_off() throws IOException {
    write("land.json", feature("a", SQUARE));
    knows("[[116.1999999,43.9],[116.3,43.9],[116.3,44],[116.1999999,44],[116.1999999,43.9]]");

    Result result = run.run("land", "check", "land.json", "--json");

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode ledger = Codec.read(result.out(), JsonNode.class).path("ledger");
    assertThat(ledger.path("free").asBoolean()).isTrue();
    assertThat(ledger.at("/shared/0/tolerated").asBoolean()).isTrue();
    assertThat(ledger.at("/shared/0/project").asString()).isEqualTo(NEIGHBOUR);
  }

  @Test
  void what_a_gateway_does_not_tell_is_not_passed_over_in_silence() throws IOException {
    write("land.json", feature("a", SQUARE));
    gateway
        .at("/land", "{\"more\":true,\"projects\":[]}")
        .at("/registry-rules", "{\"items\":[],\"total\":0}");

    Result result = run.run("land", "check", "land.json", "--training", "--lang", "en");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("projects around: 0 (there are more, which were not compared)");
    assertThat(gateway.asked().get(0).line()).contains("training=true");
  }

  @Test
  void pieces_far_apart_are_asked_about_one_by_one() throws IOException {
    String far = SQUARE.replace("116.", "80.");
    write(
        "land.json",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + SQUARE + "],[" + far + "]]}");
    gateway
        .at("/land", "{\"more\":false,\"projects\":[]}")
        .at("/registry-rules", "{\"items\":[],\"total\":0}");

    assertThat(run.run("land", "check", "land.json").exitCode()).isZero();
    assertThat(gateway.asked().stream().filter(each -> each.line().contains("/land?"))).hasSize(2);
  }

  @Test
  void what_neighbours_may_share_is_what_the_published_rule_says() throws IOException {
    write("land.json", feature("a", SQUARE));
    knows("[[116.1999999,43.9],[116.3,43.9],[116.3,44],[116.1999999,44],[116.1999999,43.9]]");
    String none = "{\"most\":0,\"source\":\"decided\"}";
    gateway.at(
        "/registry-rules",
        "{\"items\":[{\"latest\":{},\"versions\":[{\"commentsPerAuthor\":"
            + none
            + ",\"document\":\""
            + "0".repeat(64)
            + "\",\"overlap\":{\"neighbourPerMillion\":"
            + none
            + ",\"neighbourSquareMetres\":"
            + none
            + ",\"togetherPerMillion\":"
            + none
            + "},\"publishedAt\":\"2026-01-01T00:00:00Z\",\"refusalsPerHour\":"
            + none
            + ",\"validFrom\":\"2026-01-01\"}]}],\"total\":1}");

    Result result = run.run("land", "check", "land.json", "--lang", "en");

    assertThat(result.exitCode()).as(result.out()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.out()).contains("would be refused");
  }

  @Test
  void land_that_fits_its_neighbour_only_when_moved_back_is_suspected_of_gcj_02()
      throws IOException {
    // The eastern fence of the neighbour in ten corners, and the same as a public map shows it.
    StringBuilder fence = new StringBuilder("[");
    StringBuilder drawn = new StringBuilder("[");
    for (int i = 0; i < 10; i++) {
      double latitude = 43.9 + i * 0.0005;
      fence.append(String.format(Locale.ROOT, "[116.5,%.7f],", latitude));
      drawn.append(shown(116.5, latitude)).append(',');
    }
    knows(fence + "[116.45,43.9045],[116.45,43.9],[116.5,43.9]]");
    write(
        "land.json",
        feature(
            "a",
            drawn
                + shown(116.55, 43.9045)
                + ","
                + shown(116.55, 43.9)
                + ","
                + shown(116.5, 43.9)
                + "]"));

    Result result = run.run("land", "check", "land.json", "--lang", "en");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("It looks shifted by GCJ-02");
  }

  /** Where a map in GCJ-02 shows a place, with the metres of a degree at this latitude. */
  private static String shown(double longitude, double latitude) {
    Gcj02.Shift shift =
        Gcj02.at(new Point((int) Math.round(longitude * 1e7), (int) Math.round(latitude * 1e7)));
    return String.format(
        Locale.ROOT,
        "[%.7f,%.7f]",
        longitude + shift.eastMetres() / 80_341,
        latitude + shift.northMetres() / 111_117);
  }

  @Test
  void when_it_cannot_be_compared_all_else_is_told_and_the_exit_code_says_it() throws IOException {
    write("land.json", feature("a", SQUARE));
    gateway.answers(
        400, "{\"title\":\"No.\",\"titleZh\":\"否。\",\"status\":400,\"code\":\"BAD_REQUEST\"}");

    Result result = run.run("land", "check", "land.json", "--out", "boundary.json");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.out()).contains("It was not compared with the ledger.");
    assertThat(
            Codec.read(Files.readString(folder.resolve("boundary.json")), Boundary.class)
                .positions())
        .isEqualTo(5);
  }

  @Test
  void a_proposal_takes_a_file_as_people_have_it() throws IOException {
    write("land.kml", KML);
    write("design.json", Codec.text(ExampleProject.DESIGN));

    Result result =
        run.run(
            "project",
            "propose",
            "--boundary",
            "land.kml",
            "--design",
            "design.json",
            "--sign-only");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains("WGS 84 in degrees");
    assertThat(args(result.out()).at("/boundary/coordinates/0").size()).isEqualTo(5);
  }

  private static JsonNode args(String jws) {
    InstructionText.parse(jws.strip());
    byte[] payload = Base64.getUrlDecoder().decode(jws.strip().split("\\.")[1]);
    return Codec.read(payload, SignedInstruction.Payload.class).args();
  }

  /** A circle of so many corners. */
  private static String circle(int corners) {
    StringBuilder ring = new StringBuilder("[");
    for (int i = 0; i <= corners; i++) {
      double turn = 2 * Math.PI * (i % corners) / corners;
      ring.append(i == 0 ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT,
                  "[%.7f,%.7f]",
                  116.3 + 0.1 * Math.cos(turn),
                  43.9 + 0.1 * Math.sin(turn)));
    }
    return ring.append("]").toString();
  }

  @Test
  void a_large_boundary_is_saved_and_sent_in_parts_and_goes_on_after_a_break() throws IOException {
    write("land.json", feature("a", circle(6_000)));
    String unknown =
        "{\"title\":\"No.\",\"titleZh\":\"否。\",\"status\":404,\"code\":\"NOT_FOUND\",\"retryable\":false}";
    gateway
        .answers(404, unknown)
        .answers(200, "{\"id\":\"1\",\"status\":\"APPLIED\",\"block\":7}")
        .answers(404, unknown)
        .answers(
            400,
            "{\"title\":\"No.\",\"titleZh\":\"否。\",\"status\":429,\"code\":\"TOO_MANY_REQUESTS\"}");

    Result saved = run.run("land", "check", "land.json", "--offline", "--out", "b.json");
    Result broken = run.run("land", "send", "land.json", "--timeout", "1");
    JsonNode state =
        Codec.read(Files.readString(folder.resolve("land.json.parts.json")), JsonNode.class);
    gateway.close();
    gateway = new ScriptedGateway();
    gateway.answers(200, "{\"id\":\"1\",\"status\":\"APPLIED\",\"block\":7}");
    run.with("GRASSLAND_GATEWAY", gateway.address());
    Result rest = run.run("land", "send", "land.json", "--json");

    assertThat(saved.exitCode()).as(saved.err()).isZero();
    List<BoundaryLine> lines =
        List.of("b-1.json", "b-2.json", "b-3.json").stream()
            .flatMap(name -> part(name).lines().stream())
            .toList();
    assertThat(BoundaryLine.joined(lines).positions()).isEqualTo(6_001);
    assertThat(broken.exitCode()).as(broken.err()).isNotZero();
    assertThat(rest.exitCode()).as(rest.err()).isZero();
    assertThat(Codec.read(rest.out(), JsonNode.class).path("boundaryParts"))
        .isEqualTo(state.path("boundaryParts"));
    // The first part is on the ledger and is asked for, but not sent a second time.
    assertThat(gateway.asked().get(0).line())
        .startsWith("GET ")
        .contains(state.at("/boundaryParts/0").asString());
    assertThat(gateway.asked())
        .noneMatch(each -> each.body().contains(state.at("/boundaryParts/0").asString()));
  }

  private SubmitBoundary part(String name) {
    try {
      return Codec.read(Files.readString(folder.resolve(name)), SubmitBoundary.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void ids_of_one_boundary_are_never_used_for_another() throws IOException {
    write("land.json", feature("a", circle(6_000)));
    write("state.json", OTHER_STATE);

    Result result = run.run("land", "send", "land.json", "--state", "state.json");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("another boundary or another participant");
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void what_one_instruction_holds_is_not_sent_in_parts_and_the_other_way_round()
      throws IOException {
    write("small.json", feature("a", SQUARE));
    write("large.json", feature("a", circle(6_000)));
    write("design.json", Codec.text(ExampleProject.DESIGN));

    Result small = run.run("land", "send", "small.json");
    Result large =
        run.run(
            "project",
            "propose",
            "--boundary",
            "large.json",
            "--design",
            "design.json",
            "--sign-only");

    assertThat(small.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(small.err()).contains("project propose --boundary small.json");
    assertThat(large.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(large.err()).contains("grassland land send large.json");
  }
}
