// SPDX-License-Identifier: Apache-2.0
/**
 * Characters by the tables of one version of Unicode, carried as data: the platform's own tables
 * change with its version, and endorsers on two versions would judge a text differently. It knows
 * nothing of registries; what a text may have is decided where texts are checked.
 *
 * <p>The data files beside the classes are made from the Unicode Character Database by {@code
 * UnicodeTablesTest}. Another version of Unicode changes outcomes, so it comes with a version of
 * the chaincode that all offices put into force at one block.
 */
package org.grasslandcarbon.domain.unicode;
