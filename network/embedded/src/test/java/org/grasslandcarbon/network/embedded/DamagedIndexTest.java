// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that says something else than the blocks: it is found out and made again. */
class DamagedIndexTest {
  /** More than a page holds, so that pages have others below them. */
  private static final int KEYS = 600;

  private static final int FLIPS = 40;

  private static final int CLIENTS = 4;

  private static final int KEYS_A_CLIENT = 25;

  /** Each takes some tenths of a second. */
  private static final int VERIFICATIONS_MOST = 200;

  private static final long SEED = Long.getLong("index.seed", System.nanoTime());

  @TempDir Path directory;

  @BeforeEach
  void fill() throws Exception {
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "rich", "holds 5470 tonnes");
      client.submit("fill", "k", String.valueOf(KEYS));
      client.submit("append", "k00001", "x");
    }
  }

  private EmbeddedPeer open() {
    return Inside.open(
        EmbeddedPeer.builder(directory)
            .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract())));
  }

  private Path file() {
    return directory.resolve("index").resolve("index-2.mv");
  }

  private static int find(byte[] where, String text) {
    byte[] wanted = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i + wanted.length <= where.length; i++) {
      if (Arrays.equals(where, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError(text + " is not there");
  }

  private void overwrite(long position, byte with) throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {with}), position);
    }
  }

  @Test
  void a_changed_value_is_never_read_and_the_right_one_comes_back() throws Exception {
    overwrite(find(Files.readAllBytes(file()), "holds 5470") + 6, (byte) '9');
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      assertThat(readUntilAnswered(client, "rich")).isEqualTo("holds 5470 tonnes");
      assertThat(peer.verify().problems()).isEmpty();
      client.submit("append", "rich", "!");
      assertThat(client.evaluate("get", "rich")).isEqualTo("holds 5470 tonnes!");
    }
  }

  @Test
  void a_changed_key_does_not_make_its_record_disappear() throws Exception {
    byte[] bytes = Files.readAllBytes(file());
    for (int at = find(bytes, "keys\0rich"); ; ) {
      overwrite(at + 5, (byte) 's');
      bytes[at + 5] = 's';
      try {
        at = find(bytes, "keys\0rich");
      } catch (AssertionError none) {
        break;
      }
    }
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      assertThat(readUntilAnswered(client, "rich")).isEqualTo("holds 5470 tonnes");
      assertThat(readUntilAnswered(client, "sich")).isEmpty();
    }
  }

  /** Asks as a client does that is told to ask again; every other answer counts. */
  private static String readUntilAnswered(TestClient client, String key) throws Exception {
    while (true) {
      try {
        return client.evaluate("get", key);
      } catch (GatewayException e) {
        assertThat(e.getStatus().getCode()).isIn(Code.UNAVAILABLE, Code.ABORTED);
        assertThat(e.getDetails().isEmpty() ? e.getMessage() : e.getDetails().get(0).getMessage())
            .contains("made again from the blocks");
      }
    }
  }

  /** The index is made again in the background, which a verification may be ahead of. */
  private static void awaitClean(EmbeddedPeer peer, String where) {
    VerificationReport report = peer.verify();
    for (int i = 0; i < VERIFICATIONS_MOST && !report.isClean(); i++) {
      report = peer.verify();
    }
    assertThat(report.problems()).as(where).isEmpty();
  }

  @Test
  void what_was_read_from_a_damaged_page_is_not_endorsed() throws Exception {
    overwrite(find(Files.readAllBytes(file()), "holds 5470") + 6, (byte) '9');
    LedgerIndex damaged = LedgerIndex.open(directory.resolve("index"), (index, cause) -> {});
    try (Snapshot snapshot = damaged.snapshot()) {
      assertThat(snapshot.isUsable()).isTrue();
      UnusableIndexException e =
          catchThrowableOfType(
              UnusableIndexException.class, () -> snapshot.get(StateKey.of("keys", "rich")));
      assertThat(e).hasRootCauseInstanceOf(MVStoreException.class);
      assertThat(snapshot.isUsable()).isFalse();
    }
    damaged.abandon();
  }

  @Test
  void a_lost_entry_is_found_in_the_background_where_every_page_is_whole() throws Exception {
    MVStore store = new MVStore.Builder().fileName(file().toString()).open();
    store
        .openMap(
            "state",
            new MVMap.Builder<StateKey, StateValue>()
                .keyType(IndexTypes.Key.INSTANCE)
                .valueType(IndexTypes.Value.INSTANCE))
        .remove(StateKey.of("keys", "rich"));
    store.commit();
    store.closeImmediately();
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      awaitClean(peer, "without the entry");
      assertThat(readUntilAnswered(client, "rich")).isEqualTo("holds 5470 tonnes");
    }
  }

  @Test
  void what_is_submitted_while_the_index_is_made_again_is_all_committed() throws Exception {
    // Only the check in the background reads this one, sooner or later.
    overwrite(find(Files.readAllBytes(file()), "holds 5470") + 6, (byte) '9');
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      List<CompletableFuture<Void>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String prefix = "new" + i + "-";
        clients.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int key = 0; key < KEYS_A_CLIENT; key++) {
                    putUntilDone(client, prefix + key);
                  }
                }));
      }
      clients.forEach(CompletableFuture::join);
      awaitClean(peer, "after the load");
      for (int i = 0; i < CLIENTS; i++) {
        for (int key = 0; key < KEYS_A_CLIENT; key++) {
          assertThat(client.evaluate("get", "new" + i + "-" + key)).isEqualTo("there");
        }
      }
      assertThat(client.evaluate("get", "rich")).isEqualTo("holds 5470 tonnes");
    }
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  private static void putUntilDone(TestClient client, String key) {
    while (true) {
      try {
        client.submit("put", key, "there");
        return;
      } catch (GatewayException e) {
        // Turned away while the index is made again, as the gateway is, which asks again too.
        assertThat(e.getStatus().getCode()).isIn(Code.UNAVAILABLE, Code.ABORTED);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void whatever_bit_is_flipped_nothing_wrong_is_read_and_the_index_is_right_in_the_end()
      throws Exception {
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(SEED);
    for (int i = 0; i < FLIPS; i++) {
      int position = random.nextInt(whole.length);
      byte[] bad = whole.clone();
      bad[position] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), bad);
      Files.deleteIfExists(directory.resolve("index").resolve("opened"));
      try (EmbeddedPeer peer = open();
          TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
        String where = "bit flipped in byte " + position + ", seed " + SEED;
        assertThat(readUntilAnswered(client, "rich")).as(where).isEqualTo("holds 5470 tonnes");
        assertThat(readUntilAnswered(client, "k00001")).as(where).endsWith("x");
        awaitClean(peer, where);
      }
    }
  }
}
