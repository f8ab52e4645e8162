// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.audit.channel.Member;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.StoreFailure;
import org.grasslandcarbon.domain.registry.StateAttestation;
import org.grasslandcarbon.domain.registry.StateDigests;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/**
 * Runs a transaction of the registry once more by its rules, and compares: which keys were read,
 * what was written where to the byte, and what was answered.
 */
final class RuleRun {
  /** More keys of one transaction are not listed: they differ for one reason. */
  private static final int KEYS_LISTED = 20;

  /** Enough of a value to see a member's name before where it differs. */
  private static final int CONTEXT_BEFORE = 40;

  private static final int PIECE_MOST = 120;

  private static final String PREFIX = "GrasslandContract:";
  private static final int SUCCESS = 200;

  private final LedgerState state;
  private final String chaincode;
  private final Rules rules;
  private final FindingSink findings;

  RuleRun(LedgerState state, String chaincode, Rules rules, FindingSink findings) {
    this.state = state;
    this.chaincode = chaincode;
    this.rules = rules;
    this.findings = findings;
  }

  /** The function that a transaction calls, by its bare name. */
  static String function(LedgerTransaction transaction) {
    if (transaction.call().isEmpty()) {
      return "";
    }
    String name = transaction.call().get(0).toStringUtf8();
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  /** Runs and compares. */
  void run(LedgerTransaction transaction, Place place) {
    RecordingStore store = new RecordingStore(state, chaincode);
    byte[] answer;
    try {
      answer = answer(transaction, store);
    } catch (RegistryException refusal) {
      findings.add(
          FindingCode.RULE_BROKEN,
          place,
          zh("规则拒绝整笔交易：%s").en("the rules refuse the transaction as a whole: %s", refusal.code()));
      return;
    } catch (StoreFailure unreadable) {
      findings.add(FindingCode.RECORD_MISPLACED, place, unreadable.inWords());
      return;
    } catch (RuntimeException broken) {
      // An endorser answers what breaks the rules with a failure, which is never endorsed.
      findings.add(
          FindingCode.RULE_BROKEN,
          place,
          zh("规则无法处理该调用 %s").en("the rules cannot do with the call of %s", function(transaction)));
      return;
    }
    if (answer == null) {
      requireNoWrites(transaction, place);
      return;
    }
    compareAnswers(transaction, answer, place);
    compareWrites(transaction, store.writes(), place);
    compareReads(transaction, store, place);
  }

  /** What the rules answer; null for a call that they do not know, which may write nothing. */
  private byte[] answer(LedgerTransaction transaction, RecordingStore store) {
    List<ByteString> arguments =
        transaction.call().isEmpty()
            ? List.of()
            : transaction.call().subList(1, transaction.call().size());
    Instant time =
        transaction
            .time()
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.MALFORMED, zh("交易没有时间").en("the transaction has no time")));
    return switch (function(transaction)) {
      case "submit" ->
          rules.submit(arguments.stream().map(ByteString::toByteArray).toList(), time, store);
      case "bootstrap" ->
          rules.bootstrap(
              (arguments.isEmpty() ? ByteString.EMPTY : arguments.get(0)).toByteArray(),
              transaction.creator().map(Member::mspId).orElse(""),
              time,
              store);
      case "stateDigests" -> StateDigests.of(texts(arguments), store);
      case "attest" -> StateAttestation.of(texts(arguments), store);
      default -> null;
    };
  }

  private static List<String> texts(List<ByteString> arguments) {
    return arguments.stream().map(ByteString::toStringUtf8).toList();
  }

  private void requireNoWrites(LedgerTransaction transaction, Place place) {
    transaction.readWrites().namespaces().stream()
        .filter(ReadWrites.Namespace::writes)
        .forEach(
            each ->
                findings.add(
                    FindingCode.CALL_WRITES,
                    place,
                    zh("函数 %s 写入了命名空间 %s")
                        .en(
                            "the function %s has written to the namespace %s",
                            function(transaction), each.name())));
  }

  private void compareAnswers(LedgerTransaction transaction, byte[] answer, Place place) {
    var response = transaction.action().getResponse();
    byte[] told = response.getPayload().toByteArray();
    if (response.getStatus() == SUCCESS && Arrays.equals(told, answer)) {
      return;
    }
    if (!function(transaction).equals("submit") || !compareVerdicts(told, answer, place)) {
      findings.add(
          FindingCode.RESPONSE_DIFFERS,
          place,
          zh("应答状态 %s，%s 字节，规则得出 %s 字节")
              .en(
                  "the response has status %s and %s bytes, the rules answer %s bytes",
                  response.getStatus(), told.length, answer.length));
    }
  }

  /** Names the instructions that were judged otherwise; whether there was one. */
  private boolean compareVerdicts(byte[] told, byte[] answer, Place place) {
    Verdict[] mine = Codec.read(answer, Verdict[].class);
    Verdict[] theirs;
    try {
      theirs = Codec.read(told, Verdict[].class);
      if (Arrays.asList(theirs).contains(null)) {
        return false;
      }
    } catch (RegistryException e) {
      return false;
    }
    boolean found = false;
    for (int i = 0; i < mine.length && i < theirs.length; i++) {
      if (!mine[i].code().equals(theirs[i].code())) {
        found = true;
        boolean forged =
            theirs[i].code().equals(Verdict.APPLIED)
                && mine[i].code().equals(ErrorCode.BAD_SIGNATURE.name());
        findings.add(
            forged ? FindingCode.INSTRUCTION_FORGED : FindingCode.RULE_BROKEN,
            place,
            zh("第 %s 条指令：账本为 %s，规则为 %s")
                .en(
                    "instruction %s: the ledger says %s, the rules %s",
                    i + 1, theirs[i].code(), mine[i].code()));
      }
    }
    return found;
  }

  private void compareWrites(
      LedgerTransaction transaction, SortedMap<String, byte[]> mine, Place place) {
    SortedMap<String, KVWrite> theirs = new TreeMap<>();
    for (ReadWrites.Namespace namespace : transaction.readWrites().namespaces()) {
      if (namespace.name().equals(chaincode)) {
        namespace.keys().getWritesList().forEach(write -> theirs.put(write.getKey(), write));
      }
      if (namespace.writes()
          && (!namespace.name().equals(chaincode)
              || namespace.keys().getMetadataWritesCount() > 0
              || namespace.collections().stream().anyMatch(ReadWrites.Collection::writes))) {
        findings.add(
            FindingCode.WRITE_TOO_MANY,
            place,
            zh("写入了命名空间 %s 的其他内容，规则从不如此")
                .en(
                    "something else was written in %s, which the rules never do",
                    namespace.name()));
      }
    }
    TreeSet<String> keys = new TreeSet<>(mine.keySet());
    keys.addAll(theirs.keySet());
    int listed = 0;
    for (String key : keys) {
      FindingCode code = difference(mine.get(key), theirs.get(key));
      if (code != null && listed++ < KEYS_LISTED) {
        findings.add(code, place.key(key), told(mine.get(key), theirs.get(key)));
      }
    }
    if (listed > KEYS_LISTED) {
      findings.add(
          FindingCode.WRITE_DIFFERS,
          place,
          zh("另有 %s 个键不同").en("%s more keys differ", listed - KEYS_LISTED));
    }
  }

  private static FindingCode difference(byte[] mine, KVWrite theirs) {
    if (theirs == null) {
      return FindingCode.WRITE_MISSING;
    }
    if (mine == null) {
      return FindingCode.WRITE_TOO_MANY;
    }
    return !theirs.getIsDelete() && Arrays.equals(mine, theirs.getValue().toByteArray())
        ? null
        : FindingCode.WRITE_DIFFERS;
  }

  /** Both values from where they part. */
  private static Detail told(byte[] mine, KVWrite theirs) {
    String rules = mine == null ? "-" : new String(mine, StandardCharsets.UTF_8);
    String ledger = theirs == null || theirs.getIsDelete() ? "-" : theirs.getValue().toStringUtf8();
    int from = 0;
    while (from < rules.length()
        && from < ledger.length()
        && rules.charAt(from) == ledger.charAt(from)) {
      from++;
    }
    int begin = Math.max(0, from - CONTEXT_BEFORE);
    return zh("账本：%s；规则：%s")
        .en("the ledger: %s; the rules: %s", piece(ledger, begin), piece(rules, begin));
  }

  private static String piece(String text, int from) {
    return text.length() <= from
        ? text
        : (from > 0 ? "…" : "")
            + text.substring(from, Math.min(text.length(), from + PIECE_MOST))
            + (text.length() > from + PIECE_MOST ? "…" : "");
  }

  private void compareReads(LedgerTransaction transaction, RecordingStore store, Place place) {
    TreeSet<String> theirs = new TreeSet<>();
    transaction
        .readWrites()
        .namespace(chaincode)
        .ifPresent(
            namespace ->
                namespace.keys().getReadsList().forEach(read -> theirs.add(read.getKey())));
    if (theirs.equals(store.reads())) {
      return;
    }
    TreeSet<String> apart = new TreeSet<>(theirs);
    apart.removeAll(store.reads());
    TreeSet<String> missing = new TreeSet<>(store.reads());
    missing.removeAll(theirs);
    String example = missing.isEmpty() ? apart.first() : missing.first();
    findings.add(
        FindingCode.READS_DIFFER,
        place.key(example),
        zh("少读 %s 个键，多读 %s 个键")
            .en("%s keys were not read, %s were read beside", missing.size(), apart.size()));
  }
}
