// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookCommandTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String WEBHOOK =
      "{\"id\":\"7\",\"url\":\"https://erp.example/hook\",\"own\":true,\"kind\":\"credits\","
          + "\"deadLetters\":0,\"position\":\"1-0\"}";

  @TempDir Path folder;
  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "owner",
            SigningKey.generate(new SecureRandom()),
            false)
        .write(folder.resolve("owner.json"));
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_GATEWAY", gateway.address())
            .with("GRASSLAND_KEY", "owner.json");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private ScriptedGateway.Asked last() {
    return gateway.asked().get(gateway.asked().size() - 1);
  }

  @Test
  void a_new_subscription_s_secret_is_stored_for_its_owner_and_shown_to_nobody()
      throws IOException {
    gateway.answers(201, "{\"secret\":\"" + SECRET + "\",\"webhook\":" + WEBHOOK + "}");
    String[] create = {
      "webhook", "create", "https://erp.example/hook", "--own", "--kind", "credits", "--secret", "s"
    };
    Result result = run.run(create);
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(last().line()).isEqualTo("POST /api/v1/webhooks");
    assertThat(last().body())
        .isEqualTo("{\"kind\":\"credits\",\"own\":true,\"url\":\"https://erp.example/hook\"}");
    assertThat(last().authorization()).startsWith("Bearer ");
    assertThat(Files.readString(folder.resolve("s")).strip()).isEqualTo(SECRET);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("s"))))
        .isEqualTo("rw-------");
    assertThat(result.out() + result.err()).doesNotContain("whsec_");
    assertThat(result.out()).contains("https://erp.example/hook");

    int asked = gateway.asked().size();
    assertThat(run.run(create).exitCode()).isNotZero();
    assertThat(gateway.asked()).as("what could not be stored is not made").hasSize(asked);
  }

  @Test
  void pausing_and_changing_say_again_what_stays_as_it_is() {
    gateway.answers(200, WEBHOOK);
    assertThat(run.run("webhook", "pause", "7").exitCode()).isZero();
    assertThat(last().line()).isEqualTo("PUT /api/v1/webhooks/7");
    assertThat(last().body())
        .isEqualTo(
            "{\"kind\":\"credits\",\"own\":true,\"paused\":true,"
                + "\"url\":\"https://erp.example/hook\"}");
    assertThat(run.run("webhook", "resume", "7").exitCode()).isZero();
    assertThat(last().body())
        .isEqualTo("{\"kind\":\"credits\",\"own\":true,\"url\":\"https://erp.example/hook\"}");
    assertThat(run.run("webhook", "change", "7", "--action", "retireCredits").exitCode()).isZero();
    assertThat(last().body())
        .isEqualTo(
            "{\"action\":\"retireCredits\",\"paused\":false,"
                + "\"url\":\"https://erp.example/hook\"}");
  }

  @Test
  void the_list_says_what_is_paused_and_what_was_given_up() {
    gateway.answers(
        200,
        "{\"items\":["
            + WEBHOOK
            + ",{\"id\":\"8\",\"url\":\"https://b.example/\",\"deadLetters\":3,"
            + "\"failing\":{\"last\":\"TOO_SLOW\"},\"paused\":{\"reason\":\"FAILING\"}}]}");
    Result result = run.run("webhook", "list");
    assertThat(result.out())
        .containsPattern("7 +ACTIVE +0 +https://erp.example/hook")
        .containsPattern("8 +FAILING +3 +TOO_SLOW +https://b.example/");
    gateway.answers(
        200, "{\"items\":[{\"act\":\"a\",\"at\":\"t\",\"attempts\":12,\"last\":\"500\"}]}");
    assertThat(run.run("webhook", "dead", "7").exitCode()).isZero();
    assertThat(last().line()).isEqualTo("GET /api/v1/webhooks/7/dead-letters");
    gateway.answers(202, WEBHOOK);
    run.run("webhook", "resend", "7", "a");
    assertThat(last().line()).isEqualTo("POST /api/v1/webhooks/7/dead-letters/a");
    gateway.answers(200, "{}");
    run.run("webhook", "delete", "7");
    assertThat(last().line()).isEqualTo("DELETE /api/v1/webhooks/7");
  }

  @Test
  void what_belongs_to_another_is_told_as_the_gateway_tells_it() {
    gateway.refuses(404, "NOT_FOUND", false);
    Result result = run.run("webhook", "pause", "7");
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.err()).contains("NOT_FOUND");
  }

  @Test
  void a_delivery_is_verified_without_a_gateway() throws IOException {
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Files.writeString(folder.resolve("body"), "{\"id\": \"msg_1\"}", StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("headers"),
        """
        POST /hook HTTP/1.1
        Webhook-Id: msg_1
        Webhook-Timestamp: 1614265330
        Webhook-Signature: v1,ZqV9xb+firik0hDFgXlmjxv6U2pb/3EDpJHe1ZcWEzE=
        """);
    String[] verify = {
      "webhook", "verify", "body", "--headers", "headers", "--secret", "secret", "--any-time"
    };
    Result good = run.run(verify);
    assertThat(good.exitCode()).as(good.err()).isZero();
    assertThat(good.out()).contains("msg_1");
    assertThat(run.run(java.util.Arrays.copyOf(verify, 7)).err()).contains("TIMESTAMP");
    Files.writeString(folder.resolve("body"), "{\"id\": \"msg_1\" }", StandardCharsets.UTF_8);
    Result altered = run.run(verify);
    assertThat(altered.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(altered.err()).contains("SIGNATURE");
    assertThat(gateway.asked()).isEmpty();
  }
}
