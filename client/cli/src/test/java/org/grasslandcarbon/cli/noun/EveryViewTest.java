// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.CommandLineRun;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.cli.ScriptedGateway;
import org.grasslandcarbon.cli.ScriptedGateway.Asked;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.Heading;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every view of the registry, those included that come after this test. */
class EveryViewTest {
  private static final String EMPTY = "{\"items\": [], \"total\": 0}";

  @TempDir Path folder;

  private ScriptedGateway gateway;
  private CommandLineRun run;

  static List<View> all() {
    return Views.all();
  }

  static Stream<View> withRecords() {
    return all().stream().filter(view -> view.path().isPresent() && view.record().isPresent());
  }

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "reader",
            SigningKey.generate(new SecureRandom()),
            false)
        .write(folder.resolve("reader.json"));
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_GATEWAY", gateway.address())
            .with("GRASSLAND_KEY", "reader.json");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private Result list(View view, String... more) {
    Stream<String> parent = view.path().isPresent() ? Stream.empty() : Stream.of("PARENT");
    return run.run(
        Stream.of(Stream.of(view.noun(), "list"), parent, Arrays.stream(more))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private String asked() {
    return gateway.asked().get(0).line();
  }

  @ParameterizedTest
  @MethodSource("all")
  void its_list_is_read_with_a_token_where_one_is_needed_and_has_its_headings(View view) {
    gateway.answers(200, EMPTY);

    Result zh = list(view, "--lang", "zh");
    Result en = list(view, "--lang", "en");

    String path =
        view.path()
            .orElseGet(
                () -> {
                  View.Parent parent = view.parent().orElseThrow();
                  return parent.view().path().orElseThrow() + "/PARENT/" + parent.name();
                });
    assertThat(zh.exitCode()).as(zh.err()).isZero();
    assertThat(asked()).isEqualTo("GET /api/v1/" + path + "?limit=50");
    assertThat(gateway.asked().get(0).authorization().isEmpty())
        .as("of what is public in part, parties see more")
        .isEqualTo(view.visibility().isPublic() && view.visibility().narrower().isEmpty());
    List<Heading> brief = view.headings().stream().filter(Heading::brief).toList();
    assertThat(brief).isNotEmpty();
    assertThat(brief)
        .anySatisfy(heading -> assertThat(zh.out()).contains(heading.name().zh()))
        .anySatisfy(heading -> assertThat(en.out()).contains(heading.name().en()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_parameter_is_an_option_that_is_explained_and_sent(View view) {
    for (Parameter parameter : view.parameters()) {
      gateway.answers(200, EMPTY);
      String option = Filters.option(parameter);
      String value =
          Filters.example(parameter)
              .map(text -> text.strip().split(" ")[1])
              .orElseGet(() -> sample(Filters.form(parameter)));

      Result result = list(view, "--" + option, value, "--limit", "1");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(gateway.asked().get(gateway.asked().size() - 1).line())
          .contains("?" + parameter.name() + "=");
    }
    assertThat(view.parameters())
        .allSatisfy(parameter -> assertThat(Filters.form(parameter).accepted().zh()).isNotBlank());
    String help = list(view, "--help").out().replaceAll("\\s+", "");
    for (Parameter parameter : view.parameters()) {
      assertThat(help)
          .contains(
              parameter.means().zh().replaceAll("\\s+", ""),
              parameter.means().en().replaceAll("\\s+", ""));
    }
  }

  private static String sample(Form form) {
    if (form instanceof ReferenceForm) {
      return "3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6";
    }
    if (!(form instanceof PlainForm plain)) {
      throw new AssertionError(form + " needs a sample");
    }
    return switch (plain.type().getSimpleName()) {
      case "ParticipantId" -> "91110000600037341L";
      case "BatchId" -> "CN-GCS-152502-20240001-2025-001";
      case "InstructionId" -> "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01";
      case "Integer" -> "2025";
      case "Asset" -> "CNY";
      case "InstrumentId" -> "GCS-152502-2024-0001-2025";
      case "MarketId" -> "CN-11";
      case "VenueId" -> "91110000600037341L-CBGEX";
      case "IndicatorId" -> "TRAINED_PERSONS";
      case "ProjectNumber" -> "GCS-152502-2024-0001";
      default -> "text";
    };
  }

  @ParameterizedTest
  @MethodSource("all")
  void its_owner_is_an_option(View view) {
    gateway.answers(200, EMPTY);
    view.owners()
        .forEach(
            owner -> {
              list(view, "--" + owner.parameter(), "91110000600037341L");
              assertThat(gateway.asked().get(gateway.asked().size() - 1).line())
                  .contains("?" + owner.parameter() + "=91110000600037341L");
            });
    assertThat(list(view, "--help").out().contains("默认签名者")).isEqualTo(!view.owners().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void whom_its_items_concern_is_an_option(View view) {
    gateway.answers(200, EMPTY);
    view.concerning()
        .ifPresent(
            each -> {
              list(view, "--" + each.parameter(), "91110000600037341L");
              Asked asked = gateway.asked().get(gateway.asked().size() - 1);
              assertThat(asked.line()).contains("?" + each.parameter() + "=91110000600037341L");
              assertThat(asked.authorization()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("withRecords")
  void one_of_its_records_is_shown_by_the_parts_of_its_id(View view) {
    gateway.answers(200, "{\"id\": \"a\"}");
    List<String> parts = Collections.nCopies(view.idParts().size(), "part");
    String[] words =
        Stream.concat(Stream.of(view.noun(), "show"), parts.stream()).toArray(String[]::new);

    Result shown = run.run(words);
    boolean hasKind = parts.size() > 1 && view.idParts().contains("kind");
    Result tooFew = run.run(Arrays.copyOf(words, words.length - (hasKind ? 2 : 1)));

    assertThat(shown.exitCode()).as(shown.err()).isZero();
    assertThat(asked())
        .isEqualTo("GET /api/v1/" + view.path().get() + "/" + String.join("/", parts));
    assertThat(tooFew.err()).contains(view.idParts().get(0).toUpperCase(Locale.ROOT));
    if (hasKind) {
      assertThat(run.run(Arrays.copyOf(words, words.length - 1)).exitCode()).isZero();
      assertThat(gateway.asked().get(gateway.asked().size() - 1).line()).endsWith("/part/real");
    }
  }
}
