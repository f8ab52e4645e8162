// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * The chaincodes of the channel, each with one stream for every organisation: no organisation
 * trusts another's copy.
 */
final class Chaincodes implements AutoCloseable {
  /**
   * A chaincode as it was given to the builder.
   *
   * @param connector reaches the copy of every organisation that has none of its own
   * @param own reaches an organisation's own copy
   */
  record Installed(
      String name,
      String version,
      ChaincodeConnector connector,
      Map<String, ChaincodeConnector> own,
      List<String> collections) {
    Installed {
      own = Map.copyOf(own);
      collections = List.copyOf(collections);
    }

    ChaincodeConnector of(String organisation) {
      return own.getOrDefault(organisation, connector);
    }

    Installed withOwn(String organisation, ChaincodeConnector another) {
      Map<String, ChaincodeConnector> changed = new LinkedHashMap<>(own);
      changed.put(organisation, another);
      return new Installed(name, version, connector, changed, collections);
    }
  }

  private final String channel;
  private final Map<String, Installed> installed = new LinkedHashMap<>();
  private final Map<String, Map<String, ChaincodeStream>> streams = new LinkedHashMap<>();

  Chaincodes(
      String channel,
      List<Installed> chaincodes,
      List<String> organisations,
      Ledger ledger,
      boolean history,
      ExecutorService executor,
      Duration executionTimeout) {
    this.channel = channel;
    ChaincodeRequests requests = new ChaincodeRequests(channel, ledger, history, this::invoke);
    for (Installed chaincode : chaincodes) {
      installed.put(chaincode.name(), chaincode);
      Map<String, ChaincodeStream> byOrganisation = new LinkedHashMap<>();
      for (String organisation : organisations) {
        byOrganisation.put(
            organisation,
            new ChaincodeStream(
                chaincode.name(),
                channel,
                chaincode.of(organisation),
                requests,
                executor,
                executionTimeout));
      }
      streams.put(chaincode.name(), byOrganisation);
    }
  }

  boolean has(String chaincode) {
    return installed.containsKey(chaincode);
  }

  String version(String chaincode) {
    return installed.get(chaincode).version();
  }

  /** Connects every stream and waits until all are ready. */
  void open() {
    List<ChaincodeStream> all = new ArrayList<>();
    streams.values().forEach(byOrganisation -> all.addAll(byOrganisation.values()));
    for (ChaincodeStream stream : all) {
      try {
        stream.open();
      } catch (InvocationException e) {
        throw new EmbeddedPeerException(
            EmbeddedPeerException.Reason.CHAINCODE_UNAVAILABLE,
            "A chaincode could not be started: " + e.getMessage() + ".",
            e);
      }
    }
  }

  /** Runs a chaincode, for a client or for another chaincode of the same transaction. */
  ChaincodeMessage invoke(Invocation invocation) throws InvocationException {
    String name = invocation.chaincode();
    // The read makes the transaction depend on the definition, as in Fabric: a new definition
    // invalidates it.
    if (!has(name) || !invocation.simulation().readSequence(name)) {
      throw new InvocationException(
          "invalid invocation: [channel "
              + channel
              + "] failed to get chaincode container info for "
              + name
              + ": chaincode "
              + name
              + " not found");
    }
    if (invocation.input().getIsInit()) {
      throw new InvocationException(
          "invalid invocation: chaincode '"
              + name
              + "' does not require initialization but called as init");
    }
    return streams.get(name).get(invocation.organisation()).execute(invocation);
  }

  @Override
  public void close() {
    streams
        .values()
        .forEach(byOrganisation -> byOrganisation.values().forEach(ChaincodeStream::close));
  }
}
