// SPDX-License-Identifier: Apache-2.0
/**
 * What whoever promises durability needs of a disk: directories that one process uses at a time,
 * files that only their owner can read, and files that are appended to and synced. It knows bytes
 * and nothing of what they mean, and depends on the JDK only.
 */
package org.grasslandcarbon.disk;
