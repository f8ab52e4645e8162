// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The organisations of the channel, as its configuration names them. */
final class ChannelMembers {
  /** Fabric's own chaincode that answers questions about the configuration. */
  private static final String CONFIGURATION = "cscc";

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(ChannelMembers.class);

  private final Gateway gateway;
  private final String channelName;
  private final Clock clock;
  private volatile Set<String> known = Set.of();

  ChannelMembers(Gateway gateway, String channelName, Clock clock) {
    this.gateway = gateway;
    this.channelName = channelName;
    this.clock = clock;
  }

  /** MSP ids, as of the last time that the peer could be asked; none before the first time. */
  Set<String> known() {
    return known;
  }

  /** Asks the peer for the newest configuration. What was known stays when it does not answer. */
  Set<String> ask() {
    Proposal built =
        gateway
            .getNetwork(channelName)
            .getContract(CONFIGURATION)
            .newProposal("GetConfigBlock")
            .addArguments(channelName)
            .build();
    Proposal proposal = gateway.newProposal(Stamp.proposal(built.getBytes(), clock.instant()));
    try {
      byte[] block = proposal.evaluate(options -> FlyingTransaction.within(options, WITHIN));
      known = Set.copyOf(read(Block.parseFrom(block)));
    } catch (GatewayException
        | InvalidProtocolBufferException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      LOG.warn("The peer does not say which organisations the channel has: {}", e.getMessage());
    }
    return known;
  }

  /**
   * The MSP ids of the organisations that may endorse.
   *
   * @param block a configuration block
   */
  static Set<String> read(Block block) throws InvalidProtocolBufferException {
    Envelope envelope = Envelope.parseFrom(block.getData().getData(0));
    ConfigGroup channel =
        ConfigEnvelope.parseFrom(Payload.parseFrom(envelope.getPayload()).getData())
            .getConfig()
            .getChannelGroup();
    Set<String> mspIds = new TreeSet<>();
    for (ConfigGroup group : channel.getGroupsOrThrow("Application").getGroupsMap().values()) {
      MSPConfig msp = MSPConfig.parseFrom(group.getValuesOrThrow("MSP").getValue());
      mspIds.add(FabricMSPConfig.parseFrom(msp.getConfig()).getName());
    }
    return mspIds;
  }
}
