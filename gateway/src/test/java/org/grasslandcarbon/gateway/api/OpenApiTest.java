// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(GatewayExtension.class)
class OpenApiTest {

  @Test
  void the_description_covers_every_address_and_links_every_schema(RunningGateway gateway) {
    HttpResponse<String> answer = gateway.get("/v3/api-docs");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode description = RunningGateway.json(answer);
    assertThat(description.path("openapi").asString()).startsWith("3.1");
    JsonNode schemas =
        description.at("/paths/~1api~1v1~1instructions/post").path("x-argument-schemas");
    assertThat(schemas.propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.actions().stream().map(type -> type.name()).toList());
    schemas
        .values()
        .forEach(link -> assertThat(gateway.get(link.asString()).statusCode()).isEqualTo(200));
    assertThat(description.at("/components/schemas/Project/properties/design").isObject()).isTrue();
  }

  @Test
  void what_a_token_for_reading_must_say_is_told_in_both_languages(RunningGateway gateway) {
    String told =
        RunningGateway.json(gateway.get("/v3/api-docs"))
            .at("/components/securitySchemes/participantToken/description")
            .asString();
    String audience =
        RunningGateway.json(gateway.get("/api/v1/status")).path("audience").asString();
    assertThat(told)
        .contains("ES256", "kid", "iss", "iat", "exp", "jti", "300 seconds", "300 秒", "只能使用一次")
        .contains("aud, this gateway's name " + audience, "aud 本网关的名称 " + audience);
  }

  @Test
  void every_operation_says_what_it_answers_and_nothing_of_java(RunningGateway gateway) {
    JsonNode description = RunningGateway.json(gateway.get("/v3/api-docs"));
    List<String> bare = new ArrayList<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (!isAnswered(operation.getValue())) {
                            bare.add(operation.getKey() + " " + path.getKey());
                          }
                        }));
    assertThat(bare).isEmpty();
    assertThat(description.path("components").path("schemas").propertyNames())
        .doesNotContain("ListAnswer", "ObjectNode", "JsonNode", "Caller");
  }

  /** By what, or by the status that means nothing more to say. */
  private static boolean isAnswered(JsonNode operation) {
    return operation.path("responses").properties().stream()
        .anyMatch(
            each ->
                each.getKey().equals("204")
                    || each.getKey().startsWith("2") && each.getValue().has("content"));
  }

  @Test
  void every_parameter_says_what_is_taken(RunningGateway gateway) {
    JsonNode description = RunningGateway.json(gateway.get("/v3/api-docs"));
    List<String> boundless = new ArrayList<>();
    for (var path : description.path("paths").properties()) {
      for (JsonNode operation : path.getValue().values()) {
        for (JsonNode parameter : operation.path("parameters").values()) {
          JsonNode schema = parameter.path("schema");
          boolean bounded =
              switch (schema.path("type").asString()) {
                case "boolean" -> true;
                case "integer" -> schema.has("minimum") && schema.has("maximum");
                default -> schema.has("maxLength") || schema.has("pattern") || schema.has("enum");
              };
          if (parameter.path("in").asString().equals("query") && !bounded) {
            boundless.add(path.getKey() + " " + parameter);
          }
        }
      }
    }
    assertThat(boundless).isEmpty();
  }

  @Test
  void days_are_read_by_one_form_whoever_reads_them(RunningGateway gateway) {
    for (String day : List.of("01/02/26", "2026-1-2", "2026-02-30", "+12026-01-02", "0000-01-01")) {
      String address = "/api/v1/methodologies/x/1/template?to=2026-12-31&from=" + day;
      assertThat(gateway.get(address.replace("+", "%2B")).statusCode()).as(day).isEqualTo(400);
      assertThat(gateway.get("/api/v1/retirements?from=" + day.replace("+", "%2B")).statusCode())
          .as(day)
          .isEqualTo(400);
    }
  }

  @Test
  void the_page_for_people_is_served_without_other_hosts(RunningGateway gateway) {
    HttpResponse<String> page = gateway.get("/swagger-ui/index.html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("http://", "https://");
    HttpResponse<String> start = gateway.get("/");
    assertThat(start.statusCode()).isEqualTo(200);
    assertThat(start.body()).contains("草原碳汇登记簿").doesNotContain("http://", "https://");
    assertThat(start.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains(
            "default-src 'none'", "require-trusted-types-for 'script'", "trusted-types lit-html")
        .doesNotContain("unsafe");
  }
}
