// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.common.Envelope;

/**
 * What a scenario works with: a client at each office, and the transcript.
 *
 * <p>In the steps for the probe chaincode {@code @} begins a key that belongs to this run, so that
 * runs on one ledger do not meet; the transcript shows the key without it.
 */
public final class Scene implements AutoCloseable {
  private static final String INDENT = "  ";

  private final Target target;
  private final List<Client> clients = new ArrayList<>();
  private final String prefix;
  private final Names names;
  private final Transcript transcript;

  Scene(Target target) {
    this.target = target;
    prefix = "k" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + ".";
    names = new Names(prefix);
    transcript = new Transcript(names);
    target.addresses().forEach(names::put);
    for (Office office : target.offices()) {
      Client client = new Client(office);
      clients.add(client);
      names.put(
          HexFormat.of().formatHex(client.creator().toByteArray()),
          "<creator of " + office.mspId() + ">");
    }
  }

  public Target target() {
    return target;
  }

  /** A client of the office at a place, 0 to 3. */
  public Client client(int place) {
    return clients.get(place);
  }

  public List<Client> clients() {
    return List.copyOf(clients);
  }

  Names names() {
    return names;
  }

  List<String> lines() {
    return transcript.lines();
  }

  /** Says what comes next. */
  public void title(String text) {
    transcript.add("", "");
    transcript.add("", text);
  }

  /** Writes what was seen. */
  public void see(String text) {
    transcript.add(INDENT, text);
  }

  /** What the text is called in the transcript from here on. */
  public void name(String text, String name) {
    names.put(text, name);
  }

  /** The same, unless the text has a name already. */
  void nameIfNew(String text, String name) {
    names.putIfAbsent(text, name);
  }

  /** What the hash of a private key, as it stands in blocks, is called in the transcript. */
  public void nameHash(String key, String name) {
    byte[] hash = Hash.SHA256.apply(steps(key)[0].getBytes(StandardCharsets.UTF_8));
    names.put(HexFormat.of().formatHex(hash), name);
  }

  /** Lets a transaction that did not come from here have a name. */
  public void transaction(String id) {
    names.transaction(id);
  }

  /**
   * Submits a transaction that was made by hand, and waits until every office's peer has it.
   *
   * @return the validation code
   */
  public String commit(Client client, Prepared prepared) throws CommitStatusException {
    return commit(client, prepared.id(), prepared.envelope());
  }

  /** The same, with the envelope and the id under which it is looked for. */
  public String commit(Client client, String id, Envelope envelope) throws CommitStatusException {
    GatewayCalls.submit(client, Target.CHANNEL, envelope);
    Status status = Transactions.status(client, id);
    Transactions.awaitEverywhere(this, id);
    Transactions.nameBlock(this, client, status.getBlockNumber());
    return status.getCode().name();
  }

  /** The steps with this run's keys in the places marked. */
  public String[] steps(String... steps) {
    return Stream.of(steps).map(step -> step.replace("@", prefix)).toArray(String[]::new);
  }

  /** Runs, and writes the result or the whole of the failure under the heading. */
  public void attempt(String heading, Callable<String> action) {
    attempt(heading, action, new String[0]);
  }

  /**
   * The same, where it is chance which of some organisations a failure tells of: all of them are
   * called the same.
   */
  public void attempt(String heading, Callable<String> action, String... chance) {
    transcript.add("", heading);
    try {
      see(action.call());
    } catch (Exception e) {
      see(e, chance);
    }
  }

  /** Writes all that a client sees of a failure. */
  public void see(Throwable cause, String... chance) {
    Failure failure = Failure.of(cause);
    see(failure.summary());
    failure.details().stream()
        .map(names::apply)
        .map(detail -> withoutNames(detail, chance))
        .distinct()
        .sorted()
        .forEach(detail -> transcript.add(INDENT + INDENT, detail));
  }

  private static String withoutNames(String detail, String... organisations) {
    String unnamed = detail;
    for (String each : organisations) {
      unnamed = unnamed.replace(each, "<one of them>");
    }
    return unnamed;
  }

  /** The probe runs the steps and nothing is kept. */
  public void evaluate(Client client, String... steps) {
    attempt(
        client.mspId() + " evaluates " + shown(steps),
        () -> Transactions.result(Transactions.propose(this, client, steps(steps)).evaluate()));
  }

  /** The probe runs the steps; the transaction is committed everywhere before this returns. */
  public void submit(Client client, String... steps) {
    attempt(
        client.mspId() + " submits " + shown(steps),
        () -> {
          Endorsed endorsed = Transactions.endorse(this, client, steps(steps));
          return endorsed.result() + "\n" + endorsed.id() + " " + endorsed.commit();
        });
  }

  /**
   * The probe runs the steps at enough offices; committing is left for later.
   *
   * @throws IllegalStateException when it is refused, which the scenario does not expect
   */
  public Endorsed endorse(Client client, String... steps) {
    transcript.add("", client.mspId() + " has endorsed " + shown(steps));
    try {
      Endorsed endorsed = Transactions.endorse(this, client, steps(steps));
      see(endorsed.id() + " " + endorsed.result());
      return endorsed;
    } catch (Exception e) {
      throw new IllegalStateException("refused: " + Failure.of(e), e);
    }
  }

  /** Commits what was endorsed before. */
  public void commit(Endorsed endorsed) {
    attempt(endorsed.id() + " is submitted", endorsed::commit);
  }

  /** The number of the block that has a committed transaction. */
  public long blockOf(Endorsed endorsed) {
    try {
      return Transactions.status(endorsed.client(), endorsed.id()).getBlockNumber();
    } catch (CommitStatusException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes what the ledger has of a transaction: reads, writes, ranges, event, endorsements. */
  public void inspect(Endorsed endorsed) {
    attempt(
        endorsed.id() + " on the ledger", () -> LedgerTransaction.of(this, endorsed.id()).shown());
  }

  private static String shown(String... steps) {
    return Stream.of(steps)
        .map(step -> step.replace("@", "").replace("\0", "\\0"))
        .collect(Collectors.joining("; ", "[", "]"));
  }

  @Override
  public void close() {
    clients.forEach(Client::close);
  }
}
