// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.util.List;
import java.util.Set;
import org.grasslandcarbon.network.conformance.kit.scenario.BadRequests;
import org.grasslandcarbon.network.conformance.kit.scenario.BatchedMessages;
import org.grasslandcarbon.network.conformance.kit.scenario.BlockReplay;
import org.grasslandcarbon.network.conformance.kit.scenario.BrokenStreams;
import org.grasslandcarbon.network.conformance.kit.scenario.ChaincodeErrors;
import org.grasslandcarbon.network.conformance.kit.scenario.Conflicts;
import org.grasslandcarbon.network.conformance.kit.scenario.Coordination;
import org.grasslandcarbon.network.conformance.kit.scenario.CreditLife;
import org.grasslandcarbon.network.conformance.kit.scenario.Deadlines;
import org.grasslandcarbon.network.conformance.kit.scenario.Duplicates;
import org.grasslandcarbon.network.conformance.kit.scenario.Endorsements;
import org.grasslandcarbon.network.conformance.kit.scenario.EventReplay;
import org.grasslandcarbon.network.conformance.kit.scenario.Histories;
import org.grasslandcarbon.network.conformance.kit.scenario.HotInstrument;
import org.grasslandcarbon.network.conformance.kit.scenario.Identities;
import org.grasslandcarbon.network.conformance.kit.scenario.Instructions;
import org.grasslandcarbon.network.conformance.kit.scenario.KeyPolicies;
import org.grasslandcarbon.network.conformance.kit.scenario.LargeMessages;
import org.grasslandcarbon.network.conformance.kit.scenario.MalformedCalls;
import org.grasslandcarbon.network.conformance.kit.scenario.MarketDay;
import org.grasslandcarbon.network.conformance.kit.scenario.OtherChaincodes;
import org.grasslandcarbon.network.conformance.kit.scenario.PrivateData;
import org.grasslandcarbon.network.conformance.kit.scenario.Ranges;
import org.grasslandcarbon.network.conformance.kit.scenario.State;
import org.grasslandcarbon.network.conformance.kit.scenario.Tampering;
import org.grasslandcarbon.network.conformance.kit.scenario.TimeWindow;
import org.grasslandcarbon.network.conformance.kit.scenario.UnknownNames;

/** All scenarios, in the order in which they are played. */
public final class Scenarios {
  private static final List<Scenario> ALL =
      List.of(
          new State(),
          new Ranges(),
          new BatchedMessages(),
          new Histories(),
          new PrivateData(),
          new KeyPolicies(),
          new Conflicts(),
          new Duplicates(),
          new ChaincodeErrors(),
          new OtherChaincodes(),
          new BadRequests(),
          new Endorsements(),
          new Tampering(),
          new Identities(),
          new UnknownNames(),
          new MalformedCalls(),
          new Deadlines(),
          new BlockReplay(),
          new EventReplay(),
          new LargeMessages(),
          new TimeWindow(),
          new BrokenStreams(),
          new Instructions(),
          new CreditLife(),
          new MarketDay(),
          new HotInstrument(),
          new Coordination());

  private Scenarios() {}

  public static List<Scenario> all() {
    return ALL;
  }

  /** Those of some names; all when none is given. */
  static List<Scenario> named(Set<String> names) {
    List<Scenario> chosen =
        ALL.stream().filter(each -> names.isEmpty() || names.contains(each.name())).toList();
    if (!names.isEmpty() && chosen.size() < names.size()) {
      throw new IllegalArgumentException(
          "没有这样的场景；现有： There is no such scenario; there are: "
              + ALL.stream().map(Scenario::name).toList());
    }
    return chosen;
  }
}
