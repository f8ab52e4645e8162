// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {
  private static final String CODE = "91110000600037341L";

  @TempDir Path folder;

  @Test
  void a_new_key_is_encrypted_and_shows_only_its_public_part() throws IOException {
    CommandLineRun run =
        new CommandLineRun(folder).with("GRASSLAND_PASSPHRASE", "seven horses, no moon");

    Result made =
        run.run("key", "new", "--participant", CODE, "--label", "laptop", "--out", "k.json");
    Result shown = run.run("key", "show", "k.json");

    KeyFile file = KeyFile.read(folder.resolve("k.json"));
    assertThat(made.exitCode()).isZero();
    assertThat(file.isEncrypted()).isTrue();
    String secret =
        Codec.read(
                Files.readString(folder.resolve("k.json")), tools.jackson.databind.JsonNode.class)
            .path("encryptedPrivateKey")
            .asString();
    assertThat(Codec.read(shown.out(), Jwk.class)).isEqualTo(file.publicKey());
    assertThat(made.out() + made.err() + shown.out() + shown.err()).doesNotContain(secret);
  }

  @Test
  void a_key_without_a_passphrase_is_made_only_when_asked_for() {
    CommandLineRun run = new CommandLineRun(folder);

    Result without =
        run.run("key", "new", "--participant", CODE, "--label", "a", "--out", "k.json");
    Result plain =
        run.run("key", "new", "--participant", CODE, "--label", "a", "--out", "k.json", "--plain");

    assertThat(without.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(without.err()).contains("GRASSLAND_PASSPHRASE");
    assertThat(plain.exitCode()).isZero();
    assertThat(KeyFile.read(folder.resolve("k.json")).isEncrypted()).isFalse();
  }

  @Test
  void a_credit_code_with_a_slip_is_caught_before_a_key_is_made() {
    Result result =
        new CommandLineRun(folder)
            .run(
                "key",
                "new",
                "--plain",
                "--participant",
                "91110000600037341M",
                "--label",
                "a",
                "--out",
                "k.json");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("L");
    assertThat(folder.resolve("k.json")).doesNotExist();
  }

  @Test
  void an_existing_file_is_never_replaced() {
    CommandLineRun run = new CommandLineRun(folder);
    String[] make = {
      "key", "new", "--participant", CODE, "--label", "a", "--out", "k.json", "--plain"
    };
    run.run(make);
    KeyFile first = KeyFile.read(folder.resolve("k.json"));

    Result again = run.run(make);

    assertThat(again.exitCode()).isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(KeyFile.read(folder.resolve("k.json")).kid()).isEqualTo(first.kid());
  }
}
