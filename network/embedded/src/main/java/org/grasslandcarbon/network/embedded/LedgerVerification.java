// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Derives everything again from the blocks alone, with every signature and every conflict check,
 * and compares it with what the blocks and the index say.
 */
final class LedgerVerification {
  private final Membership membership;
  private final BlockLog log;
  private final LedgerIndex index;
  private final TransactionCheck check;
  private final BlockValidation validation;
  private final String ordererMspId;
  private final List<String> problems = new ArrayList<>();
  private ByteString previousHash = ByteString.EMPTY;
  private ByteString commitHash = ByteString.EMPTY;
  private long transactions;

  LedgerVerification(
      ChannelConfiguration configuration, Membership membership, BlockLog log, LedgerIndex index) {
    this.membership = membership;
    this.log = log;
    this.index = index;
    check = new TransactionCheck(membership);
    validation =
        new BlockValidation(
            configuration.channel(), List.copyOf(configuration.applicationCertificates().keySet()));
    ordererMspId = configuration.ordererCertificates().keySet().iterator().next();
  }

  VerificationReport run(Path workingFile) throws IOException {
    Files.deleteIfExists(workingFile);
    LedgerIndex derived = LedgerIndex.temporary(workingFile);
    try (Snapshot actual = index.snapshot()) {
      for (long number = 0; number < actual.height(); number++) {
        replay(number, log.read(number), derived);
      }
      compare(actual, derived);
      return new VerificationReport(actual.height(), transactions, problems);
    } catch (UnusableIndexException e) {
      problem("The index cannot be read: " + e.getCause() + ".");
      return new VerificationReport(log.height(), transactions, problems);
    } finally {
      derived.abandon();
      Files.deleteIfExists(workingFile);
    }
  }

  private void replay(long number, BlockAndPrivateData content, LedgerIndex derived) {
    Block block = content.getBlock();
    List<ByteString> envelopes = block.getData().getDataList();
    problemUnless(block.getHeader().getNumber() == number, number, "has another number");
    problemUnless(
        block.getHeader().getPreviousHash().equals(previousHash),
        number,
        "does not follow its predecessor");
    problemUnless(
        block.getHeader().getDataHash().equals(Blocks.dataHash(envelopes)),
        number,
        "has other transactions than its header says");
    problemUnless(
        number == 0 || Blocks.signedBy(block, membership, ordererMspId),
        number,
        "is not signed by the orderer");
    previousHash = Blocks.headerHash(block.getHeader());

    List<CheckedTransaction> checked =
        envelopes.parallelStream().map(check::check).collect(Collectors.toList());
    Map<Integer, TxPvtReadWriteSet> privateData = new HashMap<>();
    content.getPrivateDataMapMap().forEach((i, values) -> privateData.put(i.intValue(), values));
    privateData.forEach(
        (i, values) ->
            problemUnless(
                BlockValidation.matches(checked.get(i).results(), values),
                number,
                "has private values that do not match their hashes"));
    BlockValidation.Result result;
    try (Snapshot state = derived.snapshot()) {
      result =
          validation.validate(
              number, checked, state, id -> derived.transaction(id).isPresent(), privateData);
    }
    List<TxValidationCode> codes = Blocks.codes(block);
    problemUnless(
        codes.equals(result.codes()),
        number,
        "has validation codes " + codes + ", expected " + result.codes());
    if (number > 0) {
      commitHash = CommitHash.of(result.codes(), result.updates(), commitHash);
      problemUnless(commitHash.equals(Blocks.commitHash(block)), number, "has another commit hash");
    }
    transactions += envelopes.size();
    DerivedIndex.apply(
        derived,
        number,
        result.updates(),
        checked.stream().map(CheckedTransaction::id).collect(Collectors.toList()),
        result.codes());
  }

  private void compare(Snapshot actual, LedgerIndex derived) {
    try (Snapshot expected = derived.snapshot()) {
      Iterator<String> here = actual.entries();
      Iterator<String> there = expected.entries();
      while (here.hasNext() && there.hasNext()) {
        String found = here.next();
        String wanted = there.next();
        if (!found.equals(wanted)) {
          problem("The index has <" + found + "> where the blocks give <" + wanted + ">.");
          return;
        }
      }
      if (here.hasNext() || there.hasNext()) {
        problem("The index has " + (here.hasNext() ? "more" : "less") + " than the blocks give.");
      }
    }
  }

  private void problemUnless(boolean good, long block, String what) {
    if (!good) {
      problem("Block " + block + " " + what + ".");
    }
  }

  private void problem(String sentence) {
    if (problems.size() < VerificationReport.MAX_PROBLEMS) {
      problems.add(sentence);
    }
  }
}
