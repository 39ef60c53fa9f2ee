# Landfall guest facts for Windows (PowerShell 5.1). Reads, and changes nothing: no installs, no settings, no services touched.
# Run as administrator where possible (some facts are hidden from others):
#   powershell -NoProfile -ExecutionPolicy Bypass -File landfall-guest-facts.ps1 > "$env:COMPUTERNAME-guest-facts.json"
# Then import the JSON file in Landfall. What cannot be read is left out: Landfall shows it as unknown, never as fine.
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$facts = New-Object System.Collections.Specialized.OrderedDictionary

# Adds a fact when it can be read; a failure or an empty answer leaves it out.
function Add-Fact([string] $Name, [scriptblock] $Read) {
    try {
        $value = & $Read
        if ($null -ne $value -and "$value" -ne '') { $facts[$Name] = $value }
    }
    catch {
        Write-Verbose "$Name cannot be read: $_"
    }
}

function Get-RegistryValue([string] $Path, [string] $Name) {
    $item = Get-ItemProperty -Path $Path -ErrorAction SilentlyContinue
    if ($null -eq $item) { return $null }
    $property = $item.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    return $property.Value
}

function Test-ServiceStart([string[]] $Names, [int[]] $Allowed) {
    foreach ($name in $Names) {
        $start = Get-RegistryValue "HKLM:\SYSTEM\CurrentControlSet\Services\$name" 'Start'
        if ($null -eq $start) { return $false }
        if ($Allowed -notcontains $start) { return $false }
    }
    return $true
}

$system = Get-CimInstance -ClassName Win32_OperatingSystem
$computer = Get-CimInstance -ClassName Win32_ComputerSystem
$current = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'

Add-Fact 'name' { $env:COMPUTERNAME }
Add-Fact 'fqdn' { if ($computer.PartOfDomain) { "$($computer.DNSHostName).$($computer.Domain)".ToLowerInvariant() } }
Add-Fact 'biosId' { (Get-CimInstance -ClassName Win32_ComputerSystemProduct).UUID.ToLowerInvariant() }
Add-Fact 'osFamily' { 'windows' }
Add-Fact 'osName' { $system.Caption.Trim() }
Add-Fact 'osServicePack' { if ($system.ServicePackMajorVersion -gt 0) { "SP$($system.ServicePackMajorVersion)" } }
Add-Fact 'osBits' { if ($system.OSArchitecture -match '64') { 64 } else { 32 } }
Add-Fact 'architecture' {
    switch ($env:PROCESSOR_ARCHITECTURE) {
        'AMD64' { 'x64' }
        'ARM64' { 'arm64' }
    }
}
Add-Fact 'osChannel' {
    $release = Get-RegistryValue $current 'ReleaseId'
    $product = Get-RegistryValue $current 'ProductName'
    if ($product -match 'Server 20\d\d') { 'ltsc' } elseif ($product -match 'Server' -and $release) { 'sac' }
}
Add-Fact 'isServerCore' { (Get-RegistryValue $current 'InstallationType') -eq 'Server Core' }
Add-Fact 'firmware' {
    switch (Get-RegistryValue 'HKLM:\SYSTEM\CurrentControlSet\Control' 'PEFirmwareType') {
        1 { 'bios' }
        2 { 'uefi' }
    }
}
Add-Fact 'isSecureBootOn' {
    $state = Get-RegistryValue 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State' 'UEFISecureBootEnabled'
    if ($null -ne $state) { $state -eq 1 } elseif ($facts['firmware'] -eq 'bios') { $false }
}
Add-Fact 'dotNetVersion' {
    $four = Get-RegistryValue 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Version'
    if ($four) { $four } else { Get-RegistryValue 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v3.5' 'Version' }
}
Add-Fact 'hasSha2Patches' {
    # Asked only of the systems that need them: servicing stack and SHA-2 signing updates of 2019.
    if ($system.Version -like '6.1.*' -or $system.Version -like '6.0.*') {
        $installed = @(Get-CimInstance -ClassName Win32_QuickFixEngineering | Select-Object -ExpandProperty HotFixID)
        ($installed -contains 'KB4474419') -and (($installed -contains 'KB4490628') -or ($installed -contains 'KB4493730'))
    }
}
Add-Fact 'isFipsOn' {
    $value = Get-RegistryValue 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa\FipsAlgorithmPolicy' 'Enabled'
    if ($null -ne $value) { $value -eq 1 }
}
Add-Fact 'vssAndComPlusEnabled' { Test-ServiceStart @('VSS', 'COMSysApp', 'EventSystem') @(2, 3) }
Add-Fact 'dhcpServiceAutomatic' { Test-ServiceStart @('Dhcp') @(2) }
Add-Fact 'hasCompliantBootDrivers' { Test-ServiceStart @('atapi', 'intelide', 'storflt', 'storvsc', 'vmbus') @(0) }
Add-Fact 'agentVersion' { Get-RegistryValue 'HKLM:\SOFTWARE\WOW6432Node\InMage Systems\Installed Products\5' 'Product_Version' }
Add-Fact 'hasOtherReplicationAgent' {
    $known = 'AwsReplicationService', 'VeeamDeploySvc', 'DoubleTake', 'ZertoVraAgent', 'Carbonite*'
    @(Get-Service -Name $known -ErrorAction SilentlyContinue).Count -gt 0
}
Add-Fact 'isWindowsFailoverCluster' {
    # Where the feature was added and no cluster made, the service is there and disabled.
    $start = Get-RegistryValue 'HKLM:\SYSTEM\CurrentControlSet\Services\ClusSvc' 'Start'
    $null -ne $start -and $start -ne 4
}
# The hive of the cluster is there while its service runs; it needs no cluster tools.
Add-Fact 'failoverCluster' { Get-RegistryValue 'HKLM:\Cluster' 'ClusterName' }
Add-Fact 'failoverClusterNodes' {
    $nodes = @(Get-ItemProperty -Path 'HKLM:\Cluster\Nodes\*' -ErrorAction SilentlyContinue | ForEach-Object { Get-RegistryValue $_.PSPath 'NodeName' })
    if ($nodes.Count -gt 0) { , $nodes }
}
Add-Fact 'cpuCount' { [int] $computer.NumberOfLogicalProcessors }
Add-Fact 'memoryMiB' { [math]::Round($computer.TotalPhysicalMemory / 1048576) }
Add-Fact 'freeMemoryShare' { [math]::Round($system.FreePhysicalMemory / $system.TotalVisibleMemorySize, 3) }

$encrypted = @{}
Add-Fact 'hasTpmBoundSecrets' {
    $volumes = @(Get-CimInstance -Namespace 'root\cimv2\Security\MicrosoftVolumeEncryption' -ClassName Win32_EncryptableVolume)
    foreach ($volume in $volumes) {
        if ($volume.DriveLetter) { $encrypted[$volume.DriveLetter] = $volume.ProtectionStatus -ne 0 }
    }
    @($volumes | Where-Object { $_.ProtectionStatus -ne 0 }).Count -gt 0
}

$partitions = @()
try { $partitions = @(Get-CimInstance -Namespace 'root\Microsoft\Windows\Storage' -ClassName MSFT_Partition) } catch { $partitions = @() }

Add-Fact 'disks' {
    $dynamic = @(Get-CimInstance -ClassName Win32_DiskPartition | Where-Object { $_.Type -like '*Logical Disk Manager*' } | Select-Object -ExpandProperty DiskIndex)
    $list = foreach ($disk in @(Get-CimInstance -Namespace 'root\Microsoft\Windows\Storage' -ClassName MSFT_Disk)) {
        $entry = New-Object System.Collections.Specialized.OrderedDictionary
        $entry['id'] = "Disk $($disk.Number)"
        $entry['sizeBytes'] = $disk.Size
        $entry['isOsDisk'] = [bool] $disk.IsBoot
        $entry['isDynamic'] = $dynamic -contains $disk.Number
        $entry['logicalSectorBytes'] = $disk.LogicalSectorSize
        switch ($disk.PartitionStyle) {
            1 { $entry['partitionStyle'] = 'mbr' }
            2 { $entry['partitionStyle'] = 'gpt' }
        }
        $entry['isInitialised'] = $disk.PartitionStyle -ne 0
        $letters = @($partitions | Where-Object { $_.DiskNumber -eq $disk.Number -and $_.DriveLetter } | ForEach-Object { "$($_.DriveLetter):" })
        if ($encrypted.Count -gt 0) { $entry['isEncrypted'] = @($letters | Where-Object { $encrypted[$_] }).Count -gt 0 }
        $entry
    }
    , @($list)
}
Add-Fact 'bootPartitionDiskId' { "Disk $(@($partitions | Where-Object { $_.IsBoot })[0].DiskNumber)" }
Add-Fact 'systemPartitionDiskId' { "Disk $(@($partitions | Where-Object { $_.IsSystem })[0].DiskNumber)" }

Add-Fact 'volumes' {
    $spaces = @(Get-CimInstance -Namespace 'root\Microsoft\Windows\Storage' -ClassName MSFT_VirtualDisk -ErrorAction SilentlyContinue).Count -gt 0
    $list = foreach ($volume in @(Get-CimInstance -ClassName Win32_Volume | Where-Object { $_.DriveType -eq 3 -and $_.Name -notlike '\\?\*' })) {
        $entry = New-Object System.Collections.Specialized.OrderedDictionary
        $entry['mountPoint'] = $volume.Name
        $entry['fileSystem'] = $volume.FileSystem
        $entry['sizeKiB'] = [math]::Round($volume.Capacity / 1024)
        $entry['freeKiB'] = [math]::Round($volume.FreeSpace / 1024)
        $entry['usesStorageSpaces'] = $spaces
        $entry
    }
    , @($list)
}

Add-Fact 'nics' {
    $list = foreach ($nic in @(Get-CimInstance -ClassName Win32_NetworkAdapterConfiguration | Where-Object { $_.IPEnabled })) {
        $entry = New-Object System.Collections.Specialized.OrderedDictionary
        $entry['id'] = $nic.Description
        $entry['mac'] = $nic.MACAddress
        $entry['ip'] = @($nic.IPAddress | Where-Object { $_ -notlike 'fe80*' })
        $entry['ipKind'] = if ($nic.DHCPEnabled) { 'dhcp' } else { 'static' }
        $entry
    }
    , @($list)
}

Add-Fact 'guestMountKinds' {
    $shares = @(Get-CimInstance -ClassName Win32_NetworkConnection -ErrorAction SilentlyContinue)
    if ($shares.Count -gt 0) { , @('smb') } else { , @() }
}

$identity = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
$result = New-Object System.Collections.Specialized.OrderedDictionary
$result['format'] = 'landfall-guest-facts'
$result['version'] = 1
$result['system'] = 'windows'
$result['collectedAt'] = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ')
$result['isPrivileged'] = $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
$result['facts'] = $facts
$result | ConvertTo-Json -Depth 6
