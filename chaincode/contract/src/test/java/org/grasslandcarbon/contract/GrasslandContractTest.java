// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GrasslandContractTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private static final StateStore NO_STATE =
      new StateStore() {
        @Override
        public List<byte[]> getAll(List<String> keys) {
          throw new AssertionError("the contract itself reads nothing");
        }

        @Override
        public void putAll(SortedMap<String, byte[]> entries) {
          throw new AssertionError("the contract itself writes nothing");
        }
      };

  private static final Duration TOLERANCE = Duration.ofSeconds(60);

  private final List<String> calls = new ArrayList<>();

  private final GrasslandContract contract =
      new GrasslandContract(
          Clock.fixed(NOW, ZoneOffset.UTC),
          TOLERANCE,
          (instructions, time, store) -> {
            assertThat(store).isSameAs(NO_STATE);
            calls.add("submit " + instructions.stream().map(String::new).toList() + " at " + time);
            return bytes("outcomes");
          },
          (document, mspId, time, store) -> {
            assertThat(store).isSameAs(NO_STATE);
            calls.add(
                "bootstrap "
                    + new String(document, StandardCharsets.UTF_8)
                    + " by "
                    + mspId
                    + " at "
                    + time);
            return bytes("founded");
          });

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String call(String function, String... arguments) {
    return call(NOW, function, List.of(arguments));
  }

  private String call(Instant time, String function, List<String> arguments) {
    Invocation invocation =
        new Invocation(
            new TransactionId("grassland", "tx"),
            function,
            arguments.stream().map(ByteString::copyFromUtf8).toList(),
            "HebeiMSP",
            time);
    return new String(contract.handle(invocation, NO_STATE), StandardCharsets.UTF_8);
  }

  private void assertRefused(ErrorCode code, String detail, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RegistryException.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
        .hasMessage(detail);
    assertThat(calls).isEmpty();
  }

  @Test
  void submit_hands_the_instructions_over_in_their_order() {
    assertThat(call("submit", "one", "two")).isEqualTo("outcomes");

    assertThat(calls).containsExactly("submit [one, two] at 2026-11-22T08:00:00Z");
  }

  @Test
  void bootstrap_hands_over_the_document_and_the_organisation_that_signed() {
    assertThat(call("bootstrap", "{}")).isEqualTo("founded");

    assertThat(calls).containsExactly("bootstrap {} by HebeiMSP at 2026-11-22T08:00:00Z");
  }

  @Test
  void functions_may_be_called_with_the_contracts_name() {
    assertThat(call("GrasslandContract:submit", "one")).isEqualTo("outcomes");
    assertThat(call("GrasslandContract:bootstrap", "{}")).isEqualTo("founded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Submit", "OtherContract:submit", "submit "})
  void an_unknown_function_is_refused(String function) {
    assertRefused(
        ErrorCode.MALFORMED,
        "no function '"
            + function
            + "'; there are submit, bootstrap, stateDigests, attest and org.hyperledger.fabric:GetMetadata",
        () -> call(function, "one"));
  }

  @Test
  void of_a_very_long_unknown_name_only_the_beginning_is_repeated() {
    assertRefused(
        ErrorCode.MALFORMED,
        "no function '"
            + "x".repeat(60)
            + "'; there are submit, bootstrap, stateDigests, attest and org.hyperledger.fabric:GetMetadata",
        () -> call("x".repeat(10_000)));
  }

  @Test
  void submit_without_an_instruction_is_refused() {
    assertRefused(
        ErrorCode.MALFORMED, "submit needs at least one instruction", () -> call("submit"));
  }

  @Test
  void submit_takes_a_thousand_instructions() {
    call(NOW, "submit", Collections.nCopies(1_000, "x"));

    assertThat(calls).hasSize(1);
  }

  @Test
  void submit_refuses_a_thousand_and_one_instructions() {
    assertRefused(
        ErrorCode.TOO_LARGE,
        "at most 1000 instructions a transaction, not 1001",
        () -> call(NOW, "submit", Collections.nCopies(1_001, "x")));
  }

  @Test
  void bootstrap_takes_exactly_one_argument() {
    assertRefused(
        ErrorCode.MALFORMED,
        "bootstrap needs one argument, the founding document, not 0",
        () -> call("bootstrap"));
    assertRefused(
        ErrorCode.MALFORMED,
        "bootstrap needs one argument, the founding document, not 2",
        () -> call("bootstrap", "{}", "{}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void a_time_as_far_from_the_clock_as_is_tolerated_is_taken(int direction) {
    Instant time = NOW.plus(TOLERANCE.multipliedBy(direction));

    assertThat(call(time, "submit", List.of("one"))).isEqualTo("outcomes");
    assertThat(call(time, "bootstrap", List.of("{}"))).isEqualTo("founded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit", "bootstrap"})
  void a_time_further_from_the_clock_is_refused(String function) {
    assertRefused(
        ErrorCode.CLOCK_SKEW,
        "the transaction's time 2026-11-22T08:01:00.000000001Z is more than 60 seconds from this"
            + " node's 2026-11-22T08:00:00Z",
        () -> call(NOW.plus(TOLERANCE).plusNanos(1), function, List.of("one")));
    assertRefused(
        ErrorCode.CLOCK_SKEW,
        "the transaction's time 2026-11-22T07:58:59.999999999Z is more than 60 seconds from this"
            + " node's 2026-11-22T08:00:00Z",
        () -> call(NOW.minus(TOLERANCE).minusNanos(1), function, List.of("one")));
  }

  @Test
  void the_most_distant_times_are_refused_like_any_other() {
    for (Instant time : List.of(Instant.MIN, Instant.MAX)) {
      assertThatThrownBy(() -> call(time, "submit", List.of("one")))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("more than 60 seconds");
    }
  }

  @Test
  void metadata_describes_every_function_in_fabrics_form() {
    JsonNode metadata = JsonMapper.shared().readTree(call("org.hyperledger.fabric:GetMetadata"));

    assertThat(metadata.propertyNames()).containsExactly("info", "contracts", "components");
    assertThat(metadata.at("/info/title").asString()).isEqualTo("Grassland carbon registry");
    assertThat(metadata.at("/info/version").asString()).matches("\\d+\\.\\d+\\.\\d+");
    JsonNode contract = metadata.at("/contracts/GrasslandContract");
    assertThat(contract.at("/name").asString()).isEqualTo("GrasslandContract");
    assertThat(contract.at("/default").asBoolean()).isTrue();
    List<String> functions = new ArrayList<>();
    for (JsonNode function : contract.at("/transactions")) {
      functions.add(function.at("/name").asString());
      assertThat(function.at("/parameters/0/name").asString()).isNotEmpty();
      assertThat(function.at("/parameters/0/schema/type").asString()).isEqualTo("string");
      boolean reads = List.of("stateDigests", "attest").contains(function.at("/name").asString());
      assertThat(function.at("/tag/0").asString()).isEqualTo(reads ? "evaluate" : "submit");
      assertThat(function.at("/returns/type").asString()).isIn("array", "object");
    }
    assertThat(functions).containsExactly("submit", "bootstrap", "stateDigests", "attest");
  }

  @Test
  void digests_are_of_what_is_stored_and_need_no_clock() {
    byte[] stored = bytes("what is stored, a record or not");
    StateStore store =
        new StateStore() {
          @Override
          public List<byte[]> getAll(List<String> keys) {
            return keys.stream().map(key -> key.contains("here") ? stored : null).toList();
          }

          @Override
          public void putAll(SortedMap<String, byte[]> entries) {
            throw new AssertionError("asking writes nothing");
          }
        };
    Invocation invocation =
        new Invocation(
            new TransactionId("grassland", "tx"),
            "stateDigests",
            List.of(
                ByteString.copyFromUtf8("\u0000T\u0000here\u0000"),
                ByteString.copyFromUtf8("\u0000T\u0000absent\u0000")),
            "HebeiMSP",
            Instant.EPOCH);

    assertThat(new String(contract.handle(invocation, store), StandardCharsets.UTF_8))
        .isEqualTo("[\"" + Sha256.of(stored).value() + "\",\"\"]");
  }

  @Test
  void digests_are_of_composite_keys_each_once_and_not_too_many() {
    String key = "\u0000T\u0000x\u0000";
    assertRefused(
        ErrorCode.MALFORMED,
        "stateDigests takes composite keys, each of them once",
        () -> call("stateDigests", key, key));
    assertRefused(
        ErrorCode.MALFORMED,
        "stateDigests takes composite keys, each of them once",
        () -> call("stateDigests", "x"));
    assertRefused(
        ErrorCode.TOO_LARGE,
        "stateDigests takes 1 to 1000 keys, not 0",
        () -> call("stateDigests"));
    assertRefused(
        ErrorCode.TOO_LARGE,
        "stateDigests takes 1 to 1000 keys, not 1001",
        () -> call(NOW, "stateDigests", Collections.nCopies(1_001, key)));
  }

  @Test
  void attestations_say_what_is_stored_and_need_no_clock() {
    StateStore store =
        new StateStore() {
          @Override
          public List<byte[]> getAll(List<String> keys) {
            return keys.stream()
                .map(key -> key.contains("here") ? bytes("{\"n\":1}") : null)
                .toList();
          }

          @Override
          public void putAll(SortedMap<String, byte[]> entries) {
            throw new AssertionError("asking writes nothing");
          }
        };
    Invocation invocation =
        new Invocation(
            new TransactionId("grassland", "tx"),
            "attest",
            List.of(
                ByteString.copyFromUtf8("\u0000RETIREMENT\u0000here\u0000"),
                ByteString.copyFromUtf8("\u0000CORRECTION\u0000RETIREMENT\u0000absent\u0000")),
            "HebeiMSP",
            Instant.EPOCH);

    assertThat(new String(contract.handle(invocation, store), StandardCharsets.UTF_8))
        .isEqualTo(
            "[{\"key\":\"\\u0000RETIREMENT\\u0000here\\u0000\",\"value\":\"{\\\"n\\\":1}\"},"
                + "{\"key\":\"\\u0000CORRECTION\\u0000RETIREMENT\\u0000absent\\u0000\"}]");
  }

  @Test
  void attestations_are_of_public_records_each_once_and_not_too_many() {
    String key = "\u0000RETIREMENT\u0000x\u0000";
    assertRefused(
        ErrorCode.MALFORMED,
        "attest takes composite keys, each of them once",
        () -> call("attest", key, key));
    assertRefused(
        ErrorCode.MALFORMED,
        "attest takes composite keys, each of them once",
        () -> call("attest", "x"));
    for (String type : List.of("HOLDING", "JOURNAL", "NO_SUCH_TYPE")) {
      assertRefused(
          ErrorCode.NOT_ALLOWED,
          "attest vouches for records of public types only",
          () -> call("attest", key, "\u0000" + type + "\u0000x\u0000"));
    }
    assertRefused(ErrorCode.TOO_LARGE, "attest takes 1 to 1000 keys, not 0", () -> call("attest"));
    assertRefused(
        ErrorCode.TOO_LARGE,
        "attest takes 1 to 1000 keys, not 1001",
        () -> call(NOW, "attest", Collections.nCopies(1_001, key)));
  }

  @Test
  void metadata_needs_no_clock() {
    assertThat(call(Instant.EPOCH, "org.hyperledger.fabric:GetMetadata", List.of()))
        .contains("GrasslandContract");
  }
}
