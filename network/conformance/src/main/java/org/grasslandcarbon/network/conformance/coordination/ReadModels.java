// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.coordination.EconomyMeasure;
import tools.jackson.databind.JsonNode;

/** What a gateway computes of coordination between regions, as an office or everybody is told. */
final class ReadModels {
  private static final String BARRIERS = "/coordination/barriers";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI gateway;
  private final Supplier<String> token;

  /**
   * Asks one gateway.
   *
   * @param gateway its address
   * @param token of the office that asks, a new one for each question
   */
  ReadModels(URI gateway, Supplier<String> token) {
    this.gateway = gateway;
    this.token = token;
  }

  /** The scorecard of a year. */
  Card scorecard(RegionCode region, int year) {
    String only = Integer.toString(year);
    return new Card(
        get("/coordination/scorecard", Map.of("region", region.value(), "from", only, "to", only))
            .path("years")
            .get(0));
  }

  /** A region's scorecards without their years: what is told of the region today. */
  JsonNode region(RegionCode region) {
    return get("/coordination/scorecard", Map.of("region", region.value()));
  }

  /** The economy of a region's year, for practice: each number, or why there is none. */
  Map<EconomyMeasure, String> economy(RegionCode region, int year) {
    Map<EconomyMeasure, String> figures = new EnumMap<>(EconomyMeasure.class);
    JsonNode report =
        get(
            "/coordination/economy",
            Map.of("region", region.value(), "year", Integer.toString(year), "practice", "true"));
    for (JsonNode each : report.path("figures").valueStream().toList()) {
      figures.put(
          EconomyMeasure.valueOf(each.path("measure").asString()),
          each.path("value").asString(each.path("reason").asString("?")));
    }
    return figures;
  }

  /** A goal as a tree, for everybody. */
  Tree goalTree(InstructionId goal) {
    return new Tree(getAsAnybody("/coordination/goal-tree", Map.of("goal", goal.value())));
  }

  /** How a region's year led to new targets: the newest round, for everybody. */
  Round loop(RegionCode region, int year) {
    JsonNode rounds =
        getAsAnybody(
                "/coordination/loop",
                Map.of("region", region.value(), "year", Integer.toString(year)))
            .path("rounds");
    return new Round(rounds.get(rounds.size() - 1));
  }

  /** How one region answers another, by the cases that were opened this year. */
  Numbers sharing(RegionCode from, RegionCode to) {
    return new Numbers(
        row(
                get(
                        "/coordination/sharing",
                        Map.of("fromRegion", from.value(), "toRegion", to.value()))
                    .at("/board/rows"),
                Map.of("fromRegion", from.value(), "toRegion", to.value()))
            .orElseThrow());
  }

  /** What became of the public's feedback about a topic in a division; nothing where none came. */
  Optional<Numbers> feedback(RegionCode region, MandateFunction topic) {
    return row(
            get("/coordination/sharing", Map.of("toRegion", region.value())).at("/board/rows"),
            Map.of("toRegion", region.value(), "function", topic.name()))
        .map(Numbers::new);
  }

  /** What stands in the way in a division in a year, as the office is told; nothing if nothing. */
  Optional<Numbers> barriers(RegionCode region, int year) {
    return barriers(get(BARRIERS, barriersOf(region, year)), region);
  }

  /** The same, as everybody is told. */
  Optional<Numbers> barriersForAnybody(RegionCode region, int year) {
    return barriers(getAsAnybody(BARRIERS, barriersOf(region, year)), region);
  }

  private static Map<String, String> barriersOf(RegionCode region, int year) {
    String only = Integer.toString(year);
    return Map.of("region", region.value(), "from", only, "to", only);
  }

  private static Optional<Numbers> barriers(JsonNode answer, RegionCode region) {
    return row(answer.at("/board/rows"), Map.of("region", region.value())).map(Numbers::new);
  }

  /** Who is responsible for a function in a division, on a day. */
  JsonNode directory(RegionCode region, MandateFunction function, String day) {
    return getAsAnybody(
            "/coordination/directory",
            Map.of("region", region.value(), "function", function.name(), "day", day))
        .at("/entries/0");
  }

  /** What one region may do for another in one way; needs of other plays are matched too. */
  Numbers opportunity(String kind, RegionCode from, Map<String, String> row, boolean training) {
    return new Numbers(
        row(
                get(
                        "/coordination/opportunities",
                        Map.of(
                            "region",
                            from.value(),
                            "kind",
                            kind,
                            "training",
                            Boolean.toString(training),
                            "limit",
                            "500"))
                    .path("items"),
                row)
            .orElseThrow());
  }

  /** The first row whose members are as asked for. */
  private static Optional<JsonNode> row(JsonNode rows, Map<String, String> members) {
    return rows.valueStream()
        .filter(
            each ->
                members.entrySet().stream()
                    .allMatch(one -> each.path(one.getKey()).asString("").equals(one.getValue())))
        .findFirst();
  }

  /** What an answer of the gateway has, asked for by the office. */
  JsonNode get(String path, Map<String, String> asked) {
    return answer(signedIn(path + query(asked)).GET().build());
  }

  private JsonNode getAsAnybody(String path, Map<String, String> asked) {
    return answer(request(path + query(asked)).GET().build());
  }

  /** What the gateway computes of what is typed. */
  JsonNode post(String path, Object typed) {
    return answer(
        signedIn(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Codec.write(typed)))
            .build());
  }

  private static String query(Map<String, String> asked) {
    return asked.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path)).timeout(PATIENCE);
  }

  private HttpRequest.Builder signedIn(String path) {
    return request(path).header("Authorization", "Bearer " + token.get());
  }

  private JsonNode answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            request.uri()
                + ": "
                + response.statusCode()
                + " "
                + new String(response.body(), StandardCharsets.UTF_8));
      }
      return Codec.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(request.uri() + " was not answered", e);
    }
  }

  /**
   * Numbers by their names, in an object with a member {@code numbers}.
   *
   * @param row the object
   */
  record Numbers(JsonNode row) {
    /** A number, or why there is none. */
    String number(String name) {
      JsonNode number = row.path("numbers").path(name);
      return number.path("value").asString(number.path("missing").asString(Card.NONE));
    }
  }

  /**
   * A goal as {@code GET /coordination/goal-tree} tells it.
   *
   * @param goal the answer
   */
  record Tree(JsonNode goal) {
    String state() {
      return goal.path("state").asString();
    }

    /** A number of the goal. */
    String number(String name) {
      return new Numbers(goal).number(name);
    }

    /** The regions that voted against it. */
    int dissent() {
      return goal.path("dissent").size();
    }

    /** A region's part in it. */
    Numbers region(RegionCode region) {
      return new Numbers(row(goal.path("regions"), Map.of("region", region.value())).orElseThrow());
    }

    /** A number of a region's target. */
    String target(RegionCode region, IndicatorId indicator, String name) {
      return new Numbers(link(region, indicator)).number(name);
    }

    /** What those below come to of a target that they do not add up to. */
    String breach(RegionCode region, IndicatorId indicator) {
      JsonNode breach = link(region, indicator).path("breach");
      return breach.isMissingNode()
          ? Card.NONE
          : breach.path("kind").asString()
              + " "
              + breach.path("children").asString()
              + " of "
              + breach.path("parent").asString();
    }

    private JsonNode link(RegionCode region, IndicatorId indicator) {
      return row(
              goal.path("targets"),
              Map.of("region", region.value(), "indicator", indicator.value()))
          .orElseThrow();
    }
  }

  /**
   * A round of {@code GET /coordination/loop}.
   *
   * @param round the answer's
   */
  record Round(JsonNode round) {
    /** A member of it. */
    String member(String name) {
      return round.path(name).asString(Card.NONE);
    }

    boolean closed() {
      return round.path("closed").booleanValue(false);
    }

    /** How many days a step took since the one before, or why it was not taken. */
    String days(String step) {
      JsonNode days = row(round.path("steps"), Map.of("step", step)).orElseThrow().path("days");
      return days.path("value").asString(days.path("missing").asString(Card.NONE));
    }

    /** A revision on the report, by its place. */
    Numbers revision(int place) {
      return new Numbers(round.path("revisions").path(place));
    }
  }
}
