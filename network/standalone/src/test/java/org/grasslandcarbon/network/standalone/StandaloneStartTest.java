// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grasslandcarbon.audit.blocks.BlockHashes;
import org.grasslandcarbon.client.VerifiedCertificate;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.GatewayApplication;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the one-JVM registry finds in its data directory: it refuses a ledger that is not what it
 * was, and changes nothing.
 */
class StandaloneStartTest {
  @TempDir Path data;

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .initializers(new EmbeddedLedgerInitializer())
        .run("--server.port=0", "--grassland.example=false", "--grassland.data=" + data);
  }

  /** Starts, founds the registry, and stops when the projection has seen it. */
  private void found() throws Exception {
    ExampleHistory history = ExampleHistory.read();
    Path keys = Files.createDirectories(data.resolve("keys-of-the-test"));
    ExampleKeys founders = ExampleKeys.in(keys, history.participants(), true);
    try (ConfigurableApplicationContext registry = start()) {
      registry
          .getBean(LedgerClient.class)
          .bootstrap(history.foundingDocument(founders.publicKeys()));
      long last = registry.getBean(OpenedLedger.class).ledger().peer().height() - 1;
      registry.getBean(ProjectionProgress.class).whenReached(last).get(30, TimeUnit.SECONDS);
    }
  }

  private void assertRefused(String zh, String en) throws IOException {
    Map<Path, Sha256> before = contents();
    Throwable failure = catchThrowable(() -> start().close());
    assertThat(failure).as("the start must fail").isNotNull();
    FailureAnalysis analysis = new StandaloneFailures().analyze(failure);
    assertThat(analysis).as("%s", failure).isNotNull();
    assertThat(analysis.getDescription().lines()).hasSize(2);
    assertThat(analysis.getDescription()).contains(zh).contains(en);
    assertThat(contents()).isEqualTo(before);
  }

  /** All that is not made again from something else. */
  private Map<Path, Sha256> contents() throws IOException {
    Map<Path, Sha256> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = data.relativize(file).toString();
        boolean derived = name.startsWith("projection") || name.startsWith("ledger/index");
        if (!derived && !name.endsWith("lock")) {
          contents.put(file, Sha256.of(Files.readAllBytes(file)));
        }
      }
    }
    return contents;
  }

  private Path ledger() {
    return data.resolve("ledger");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void a_start_writes_the_trust_file_of_its_ledger_and_the_next_the_same() throws Exception {
    Path written = data.resolve("trust.json");
    byte[] first;
    try (ConfigurableApplicationContext registry = start()) {
      first = Files.readAllBytes(written);
      TrustFile trust = VerifiedCertificate.trust(first);
      EmbeddedPeer peer = registry.getBean(OpenedLedger.class).ledger().peer();
      assertThat(trust.needed()).isEqualTo(1);
      assertThat(trust.genesis().orElseThrow().value())
          .isEqualTo(
              HexFormat.of()
                  .formatHex(BlockHashes.headerHash(peer.block(0).getHeader()).toByteArray()));
      assertThat(trust.organisations())
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.mspId()).isEqualTo(OneJvmLedger.ORGANISATION);
                assertThat(Base64.getDecoder().decode(each.roots().get(0).certificate()))
                    .isEqualTo(peer.authorities().get(each.mspId()).getEncoded());
              });
    }
    start().close();
    assertThat(written).hasBinaryContent(first);
  }

  @Test
  void a_ledger_that_is_gone_is_missed_and_none_is_made_in_its_place() throws Exception {
    start().close();
    Path kept = data.resolveSibling(data.getFileName() + "-kept");
    Files.move(ledger(), kept);
    assertRefused("曾有账本", "ledger is gone (there is still inbox, projection.mv.db)");
    assertThat(ledger()).doesNotExist();
    Files.move(kept, ledger());
    start().close();
  }

  @Test
  void a_ledger_from_an_old_backup_is_refused_until_its_loss_is_accepted() throws Exception {
    start().close();
    Path backup = data.resolveSibling(data.getFileName() + "-backup");
    copy(ledger(), backup);
    found();
    delete(ledger());
    copy(backup, ledger());
    assertRefused("账本缺少此前已确认的区块", "ends with block 1, and the database was filled up to block 2");
    Files.delete(data.resolve("projection.mv.db"));
    start().close();
    delete(backup);
  }

  @Test
  void a_ledger_whose_last_block_is_gone_is_refused() throws Exception {
    found();
    Path log = ledger().resolve("blocks.log");
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, java.util.Arrays.copyOf(whole, whole.length - 7));
    assertRefused("缺少区块 2", "block 2 is missing");
    Files.write(log, whole);
    start().close();
  }

  @Test
  void keys_of_the_ledger_that_are_gone_are_missed() throws Exception {
    start().close();
    try (Stream<Path> files = Files.walk(ledger().resolve("organisations"))) {
      Files.delete(
          files.filter(file -> file.endsWith("client-gateway.key")).findFirst().orElseThrow());
    }
    assertRefused("client-gateway.key", "client-gateway.crt: the identity is then issued anew");
  }

  @Test
  void the_example_registry_is_loaded_into_a_new_ledger_once() throws Exception {
    long height;
    try (OpenedLedger opened = OpenedLedger.open(data, true)) {
      assertThat(opened.exampleInstructions()).isPositive();
      height = opened.ledger().peer().height();
    }
    assertThat(data.resolve("first-start")).doesNotExist();
    try (OpenedLedger opened = OpenedLedger.open(data, true)) {
      assertThat(opened.exampleInstructions()).isZero();
      assertThat(opened.ledger().peer().height()).isEqualTo(height);
    }
  }

  @Test
  void the_example_registry_is_not_loaded_into_a_ledger_that_was_made_without_it() {
    long height;
    try (OpenedLedger opened = OpenedLedger.open(data, false)) {
      height = opened.ledger().peer().height();
    }
    try (OpenedLedger opened = OpenedLedger.open(data, true)) {
      assertThat(opened.exampleInstructions()).isZero();
      assertThat(opened.ledger().peer().height()).isEqualTo(height);
    }
    assertThat(data.resolve("example-keys")).doesNotExist();
  }

  @Test
  void a_first_start_that_was_interrupted_is_finished_by_the_next() throws Exception {
    FirstStart.in(data);
    ExampleHistory history = ExampleHistory.read();
    Path keys = Files.createDirectory(data.resolve("example-keys"));
    ExampleKeys.in(keys, history.participants(), true);
    OneJvmLedger.open(ledger(), Clock.systemUTC()).close();

    Path key = keys.resolve(history.participants().keySet().iterator().next() + ".json");
    byte[] content = Files.readAllBytes(key);
    Files.delete(key);
    Throwable withoutKey = catchThrowable(() -> OpenedLedger.open(data, true));
    assertThat(withoutKey)
        .isInstanceOf(DataException.class)
        .hasMessageContaining(key + " is gone")
        .hasMessageContaining("delete ledger and example-keys");
    assertThat(key).doesNotExist();

    Files.write(key, content);
    Files.setPosixFilePermissions(
        key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    try (OpenedLedger opened = OpenedLedger.open(data, true)) {
      assertThat(opened.exampleInstructions()).isPositive();
    }
    assertThat(data.resolve("first-start")).doesNotExist();
  }
}
