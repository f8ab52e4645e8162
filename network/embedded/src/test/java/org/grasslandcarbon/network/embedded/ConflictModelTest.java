// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random transactions, endorsed early and committed late in shuffled order, against a model of
 * Fabric's rules that is a sorted map: same results, same validation codes, same state in the end.
 */
class ConflictModelTest {
  private static final int KEYS = 8;
  private static final int TRANSACTIONS_PER_BLOCK = 3;
  private static final int ROUNDS = 15;

  @TempDir Path directory;

  /** A value with the number of the write that made it. */
  private record Entry(String value, int write) {}

  private record RangeRead(String from, String to, Map<String, Integer> found) {}

  /** A transaction as the model has endorsed it. */
  private record Expected(
      String script,
      String result,
      Map<String, Integer> reads,
      List<RangeRead> ranges,
      Map<String, String> writes) {}

  private final TreeMap<String, Entry> model = new TreeMap<>();
  private int writes;

  /**
   * Runs {@code r key}, {@code w key value}, {@code d key} and {@code q from to}, separated by
   * semicolons.
   */
  private static String interpret(RawChaincode.Call call) throws Exception {
    List<String> results = new ArrayList<>();
    for (String step : call.argument(1).split(";")) {
      String[] words = step.split(" ");
      switch (words[0]) {
        case "r" -> results.add(call.getAll(List.of(words[1])).get(0).toStringUtf8());
        case "w" -> call.putAll(Map.of(words[1], ByteString.copyFromUtf8(words[2])));
        case "d" ->
            RawChaincode.Call.mustSucceed(
                call.ask(
                    ChaincodeMessage.Type.DEL_STATE,
                    DelState.newBuilder().setKey(words[1]).build().toByteString()));
        default -> {
          QueryResponse response =
              QueryResponse.parseFrom(
                  RawChaincode.Call.mustSucceed(
                      call.ask(
                          ChaincodeMessage.Type.GET_STATE_BY_RANGE,
                          GetStateByRange.newBuilder()
                              .setStartKey(words[1])
                              .setEndKey(words[2])
                              .build()
                              .toByteString())));
          List<String> found = new ArrayList<>();
          for (QueryResultBytes bytes : response.getResultsList()) {
            KV kv = KV.parseFrom(bytes.getResultBytes());
            found.add(kv.getKey() + "=" + kv.getValue().toStringUtf8());
          }
          results.add(found.toString());
        }
      }
    }
    return String.join("|", results);
  }

  private Expected endorseInModel(Random random, int number) {
    List<String> steps = new ArrayList<>();
    List<String> results = new ArrayList<>();
    Map<String, Integer> reads = new HashMap<>();
    List<RangeRead> ranges = new ArrayList<>();
    Map<String, String> changes = new HashMap<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      String key = "k" + random.nextInt(KEYS);
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          steps.add("r " + key);
          Entry entry = model.get(key);
          results.add(entry == null ? "" : entry.value());
          reads.put(key, entry == null ? null : entry.write());
        }
        case 2 -> {
          String value = "v" + number + "-" + i;
          steps.add("w " + key + " " + value);
          changes.put(key, value);
        }
        case 3 -> {
          steps.add("d " + key);
          changes.put(key, null);
        }
        default -> {
          String to = "k" + random.nextInt(KEYS) + "x";
          String from = key.compareTo(to) < 0 ? key : "k";
          steps.add("q " + from + " " + to);
          ranges.add(new RangeRead(from, to, inModel(from, to)));
          List<String> found = new ArrayList<>();
          model.subMap(from, to).forEach((k, entry) -> found.add(k + "=" + entry.value()));
          results.add(found.toString());
        }
      }
    }
    return new Expected(String.join(";", steps), String.join("|", results), reads, ranges, changes);
  }

  private Map<String, Integer> inModel(String from, String to) {
    Map<String, Integer> found = new TreeMap<>();
    model.subMap(from, to).forEach((key, entry) -> found.put(key, entry.write()));
    return found;
  }

  private TxValidationCode commitInModel(Expected transaction, Set<String> changedInBlock) {
    for (Map.Entry<String, Integer> read : transaction.reads().entrySet()) {
      Entry now = model.get(read.getKey());
      Integer write = now == null ? null : now.write();
      if (changedInBlock.contains(read.getKey())
          || !java.util.Objects.equals(write, read.getValue())) {
        return TxValidationCode.MVCC_READ_CONFLICT;
      }
    }
    for (RangeRead range : transaction.ranges()) {
      if (!inModel(range.from(), range.to()).equals(range.found())) {
        return TxValidationCode.PHANTOM_READ_CONFLICT;
      }
    }
    transaction
        .writes()
        .forEach(
            (key, value) -> {
              changedInBlock.add(key);
              if (value == null) {
                model.remove(key);
              } else {
                model.put(key, new Entry(value, ++writes));
              }
            });
    return TxValidationCode.VALID;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void random_transactions_end_as_the_model_says(long seed) throws Exception {
    Random random = new Random(seed);
    Set<TxValidationCode> seen = new HashSet<>();
    BlockCutting cutting =
        BlockCutting.WHEN_IDLE
            .withMaxMessages(TRANSACTIONS_PER_BLOCK)
            .withInterval(Duration.ofMinutes(1));
    try (EmbeddedPeer peer =
            Inside.open(
                EmbeddedPeer.builder(directory)
                    .chaincode("keys", "1", new RawChaincode(ConflictModelTest::interpret))
                    .blockCutting(cutting));
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      for (int round = 0; round < ROUNDS; round++) {
        Map<Transaction, Expected> endorsed = new HashMap<>();
        for (int i = 0; i < 2 * TRANSACTIONS_PER_BLOCK; i++) {
          Expected expected = endorseInModel(random, round * 100 + i);
          Transaction transaction =
              client
                  .contract()
                  .newProposal("run")
                  .addArguments(expected.script())
                  .build()
                  .endorse();
          assertThat(new String(transaction.getResult()))
              .as(expected.script())
              .isEqualTo(expected.result());
          endorsed.put(transaction, expected);
        }
        List<Transaction> order = new ArrayList<>(endorsed.keySet());
        order.sort(java.util.Comparator.comparing(t -> endorsed.get(t).script()));
        Collections.shuffle(order, random);
        for (int first = 0; first < order.size(); first += TRANSACTIONS_PER_BLOCK) {
          seen.addAll(commitBlock(order.subList(first, first + TRANSACTIONS_PER_BLOCK), endorsed));
        }
      }
      assertThat(seen)
          .contains(
              TxValidationCode.VALID,
              TxValidationCode.MVCC_READ_CONFLICT,
              TxValidationCode.PHANTOM_READ_CONFLICT);
      for (int i = 0; i < KEYS; i++) {
        StateValue value = Inside.state(peer, "keys", "k" + i);
        Entry expected = model.get("k" + i);
        assertThat(value == null ? null : value.value().toStringUtf8())
            .isEqualTo(expected == null ? null : expected.value());
      }
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  private List<TxValidationCode> commitBlock(
      List<Transaction> block, Map<Transaction, Expected> endorsed) throws Exception {
    List<SubmittedTransaction> submitted = new ArrayList<>();
    for (Transaction transaction : block) {
      submitted.add(transaction.submitAsync());
    }
    Set<String> changed = new HashSet<>();
    List<TxValidationCode> codes = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      Expected expected = endorsed.get(block.get(i));
      TxValidationCode code = commitInModel(expected, changed);
      assertThat(submitted.get(i).getStatus().getCode()).as(expected.script()).isEqualTo(code);
      codes.add(code);
    }
    return codes;
  }
}
