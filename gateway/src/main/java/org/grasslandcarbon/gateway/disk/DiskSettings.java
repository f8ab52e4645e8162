// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the data directory's file system is left alone: {@code grassland.disk.*}.
 *
 * @param keepFree below it nothing new is taken in. More than what is in the inbox already can cost
 *     on its way to the ledger and into the database, so that what was accepted is finished.
 * @param keepFreeOfDatabase below it nothing is written into a database that is in the data
 *     directory, which reads could not survive if it ran into a full disk
 */
@ConfigurationProperties("grassland.disk")
public record DiskSettings(
    @DefaultValue("256MB") DataSize keepFree, @DefaultValue("64MB") DataSize keepFreeOfDatabase) {}
