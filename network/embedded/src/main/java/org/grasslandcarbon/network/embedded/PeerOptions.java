// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.grasslandcarbon.disk.AppendOnlyFile;

/** What a builder has gathered, complete and checked. */
record PeerOptions(
    Path directory,
    String channel,
    List<String> organisations,
    EndorsementPolicy policy,
    Clock clock,
    List<Chaincodes.Installed> chaincodes,
    BlockCutting cutting,
    ConcurrencyLimits limits,
    Duration executionTimeout,
    boolean history,
    AppendOnlyFile.Disk disk) {}
