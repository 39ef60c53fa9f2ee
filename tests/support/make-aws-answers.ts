/** Answers of `aws ec2 describe-...` as an account of two instances would give them; all names are made up. */
export function awsAnswers(): Readonly<Record<'instances' | 'volumes' | 'subnets' | 'groups', object>> {
  const instance = (id: string, name: string, volumes: readonly string[]) => ({
    InstanceId: id,
    InstanceType: 'm5.large',
    State: { Code: 16, Name: 'running' },
    PlatformDetails: 'Linux/UNIX',
    Architecture: 'x86_64',
    RootDeviceName: '/dev/xvda',
    VpcId: 'vpc-1',
    BlockDeviceMappings: volumes.map((volume, index) => ({ DeviceName: `/dev/xvd${'ab'[index] ?? 'z'}`, Ebs: { VolumeId: volume } })),
    NetworkInterfaces: [
      {
        NetworkInterfaceId: `eni-${id}`,
        MacAddress: `02:00:00:00:00:${id.slice(-2)}`,
        SubnetId: 'subnet-1',
        VpcId: 'vpc-1',
        PrivateIpAddresses: [{ PrivateIpAddress: `10.1.0.${Number(id.slice(-2))}` }],
        Groups: [{ GroupId: 'sg-1', GroupName: 'web' }],
      },
    ],
    Tags: [{ Key: 'Name', Value: name }],
  });
  return {
    instances: {
      Reservations: [
        { Instances: [instance('i-0011', 'web-a', ['vol-1', 'vol-2'])] },
        { Instances: [instance('i-0012', 'web-b', ['vol-3'])] },
      ],
    },
    volumes: {
      Volumes: [
        { VolumeId: 'vol-1', Size: 30, VolumeType: 'gp3', Iops: 3000, Attachments: [{}] },
        { VolumeId: 'vol-2', Size: 200, VolumeType: 'io2', Iops: 9000, Attachments: [{}, {}] },
        { VolumeId: 'vol-3', Size: 50, VolumeType: 'gp3', Attachments: [{}] },
      ],
    },
    subnets: { Subnets: [{ SubnetId: 'subnet-1', CidrBlock: '10.1.0.0/24', AvailabilityZone: 'eu-west-1a' }] },
    groups: {
      SecurityGroups: [
        {
          GroupId: 'sg-1',
          GroupName: 'web',
          IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }], UserIdGroupPairs: [] }],
          IpPermissionsEgress: [],
        },
      ],
    },
  };
}
